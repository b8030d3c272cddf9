// Filters: which documents have which values, and how many results each value would leave.
//
// A result must mention every person, organisation and place chosen, and report something that each
// chosen holder says. Of the other filters a document has one value at most, so it need only match
// one of those chosen.

import { chronological } from "./query.js";
import { isFiltered } from "./state.js";
import { gettext } from "./words.js";

export const FACETS = [
  { name: "person", label: gettext("People"), all: true },
  { name: "organisation", label: gettext("Organisations"), all: true },
  { name: "place", label: gettext("Places"), all: true },
  { name: "holder", label: gettext("Said by"), all: true },
  { name: "publisher", label: gettext("Publishers"), all: false },
  { name: "kind", label: gettext("Kinds"), all: false },
  { name: "language", label: gettext("Languages"), all: false },
];
export const RANGES = [
  { name: "published", label: gettext("Published"), from: "from", to: "to" },
  { name: "events", label: gettext("Dates mentioned"), from: "told-from", to: "told-to" },
];

// A year or a month covers all its days; both as sort keys.
const size = (date) => date.length - date.startsWith("-");
const first = (date) => chronological(size(date) === 4 ? `${date}-01-01` : size(date) === 7 ? `${date}-01` : date);
const last = (date) => chronological(size(date) === 4 ? `${date}-12-31` : size(date) === 7 ? `${date}-31` : date);

/** Whether a date or a range "first/last" overlaps the days from `from` to `to`; "" is open. */
function overlaps(date, from, to) {
  if (!date) return false;
  const [start, end = start] = date.split("/");
  return (!from || last(end) >= first(from)) && (!to || first(start) <= last(to));
}

export class Facets {
  constructor(data) {
    this.data = data;
    this.number = new Map(data.documents.map((id, number) => [id, number]));
    this.sets = new Map();
    for (const { name } of FACETS) {
      for (const [value, , documents] of data[name]) this.sets.set(`${name} ${value}`, new Set(documents));
    }
  }

  label(name, value) {
    const found = this.data[name].find((entry) => entry[0] === value);
    return found ? found[1] : value;
  }

  /** Whether a document passes all filters, leaving out those of the facet `except`. */
  passes(number, state, except = "") {
    if (number === undefined) return !isFiltered(state); // a page of the archive's own
    for (const { name, all } of FACETS) {
      const chosen = state.chosen[name];
      if (name === except && !all) continue;
      const has = (value) => this.sets.get(`${name} ${value}`)?.has(number) ?? false;
      if (chosen.length && !(all ? chosen.every(has) : chosen.some(has))) return false;
    }
    for (const { name, from, to } of RANGES) {
      if (!state.range[from] && !state.range[to]) continue;
      const dates = name === "events" ? this.data.events[number] : [this.data.published[number]];
      if (!dates.some((date) => overlaps(date, state.range[from], state.range[to]))) return false;
    }
    return true;
  }

  /** The results that pass all filters, in the chosen order. */
  apply(results, state) {
    const passing = results.filter((result) => this.passes(this.number.get(result.id), state));
    if (state.sort === "relevance") return passing;
    const turn = state.sort === "oldest" ? 1 : -1;
    const date = (result) => chronological(this.data.published[this.number.get(result.id)] ?? "");
    // Undated documents come last in either order.
    const order = (one, other) =>
      !one - !other || turn * (one < other ? -1 : one > other ? 1 : 0);
    return [...passing].sort((a, b) => order(date(a), date(b)));
  }

  /** The values of a facet with the number of results for each, most frequent first. */
  counts(name, results, state) {
    const passing = new Set(
      results.map((result) => this.number.get(result.id)).filter((n) => this.passes(n, state, name)),
    );
    const counted = this.data[name].map(([value, label, documents], index) => ({
      value,
      label,
      index,
      count: documents.reduce((sum, number) => sum + passing.has(number), 0),
    }));
    return counted
      .filter((entry) => entry.count || state.chosen[name].includes(entry.value))
      .sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
  }
}
