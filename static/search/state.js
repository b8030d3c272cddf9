// The query and the filters, read from and written to the address.

import { FACETS, RANGES } from "./facets.js";

const SORTS = ["relevance", "newest", "oldest"];
const DATE = /^-?\d{4}(-\d{2}(-\d{2})?)?$/;

export function readState(search) {
  const given = new URLSearchParams(search);
  const state = { query: given.get("q") ?? "", sort: given.get("sort") ?? "relevance", chosen: {}, range: {} };
  if (!SORTS.includes(state.sort)) state.sort = "relevance";
  for (const { name } of FACETS) state.chosen[name] = given.getAll(name).filter(Boolean);
  for (const { from, to } of RANGES) {
    for (const name of [from, to]) {
      const value = given.get(name) ?? "";
      state.range[name] = DATE.test(value) ? value : "";
    }
  }
  return state;
}

export function writeState(state) {
  const out = new URLSearchParams();
  if (state.query) out.set("q", state.query);
  for (const { name } of FACETS) for (const value of state.chosen[name]) out.append(name, value);
  for (const [name, value] of Object.entries(state.range)) if (value) out.set(name, value);
  if (state.sort !== "relevance") out.set("sort", state.sort);
  const text = String(out);
  return text ? `?${text}` : "";
}

export const isFiltered = (state) =>
  Object.values(state.chosen).some((values) => values.length) || Object.values(state.range).some(Boolean);

export const isDate = (text) => text === "" || DATE.test(text);
