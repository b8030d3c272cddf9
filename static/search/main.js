// The search page: what is typed becomes an address, the address becomes results.

import { FACETS, Facets, RANGES } from "./facets.js";
import { Lookup } from "./names.js";
import { bare, readQuery } from "./query.js";
import { bestSentences, textOf } from "./sentences.js";
import { isDate, isFiltered, readState, writeState } from "./state.js";
import { chip, counted, element, offerItem, resultItem } from "./view.js";

const PAGE = 10;
const VERIFIED = 400; // results of a phrase that are read to see it letter for letter
const VALUES = 8; // values of a filter that are shown at once
const WAIT = 160; // milliseconds without a key before a search

const at = (id) => document.getElementById(id);
const root = document.querySelector("main [data-root]").dataset.root;
const lookup = new Lookup(root);
let pagefind = null;
let facets = null;
let state = readState(location.search);
let turn = 0; // which search is the newest; an older one that ends later is dropped
let found = [];
let shown = [];
let cut = false; // whether more results have the words of a phrase than were read

async function engine() {
  if (!pagefind) {
    pagefind = await import(new URL(`${root}search/pagefind/pagefind.js`, location.href));
    await pagefind.init();
  }
  return pagefind;
}

async function loadFacets() {
  if (!facets) {
    facets = new Facets(await lookup.json("facets"));
  }
  return facets;
}

/** Results with all words, and every phrase letter for letter; `words` are places in the text.
 *
 * `sift` filters and sorts; phrases are read for what passes it, the first ones first.
 */
async function textSearch({ phrases, plain }, sift) {
  const pf = await engine();
  const all = (await pf.search(plain || null)).results;
  if (!phrases.length) return all;
  let kept = all;
  const places = new Map();
  for (const phrase of phrases) {
    // A sign by itself ("3 < 4") has a place of its own, which Pagefind's own phrases do not know.
    if (!phrase.split(" ").every(bare)) continue;
    const exact = new Map((await pf.search(`"${phrase}"`)).results.map((r) => [r.id, r]));
    kept = kept.filter((result) => exact.has(result.id));
    for (const [id, result] of exact) places.set(id, [...(places.get(id) ?? []), ...result.words]);
  }
  cut = sift(kept).length > VERIFIED;
  const checked = await Promise.all(
    sift(kept).slice(0, VERIFIED).map(async (result) => {
      const text = textOf(await result.data()).replace(/\s+/g, " ");
      return phrases.every((phrase) => text.includes(phrase)) ? result : null;
    }),
  );
  return checked.filter(Boolean).map((r) => ({ id: r.id, score: r.score, words: places.get(r.id) ?? r.words, data: () => r.data() }));
}

async function run() {
  turn += 1;
  const mine = turn;
  const query = readQuery(state.query);
  const empty = !query.plain && !isFiltered(state);
  at("intro").hidden = !empty;
  showChips();
  if (empty) {
    show([], "");
    showOffers([], []);
    await listAll(mine);
    return;
  }
  at("status").textContent = "Searching …";
  try {
    const needs = isFiltered(state) || state.sort !== "relevance" || at("filters").open;
    if (needs) await loadFacets();
    const sift = (results) => (facets ? facets.apply(results, state) : results);
    cut = false;
    const results = await textSearch(query, query.phrases.length ? sift : (all) => all);
    if (mine !== turn) return;
    found = results;
    const passing = sift(results);
    showChips();
    const [entities, dates] = await Promise.all([
      lookup.entities(query.words),
      lookup.dates(state.query, query.words),
    ]);
    if (mine !== turn) return;
    const missing = query.words.length > 1 ? await missingWords(query.words) : [];
    if (mine !== turn) return;
    showOffers(entities, dates);
    const number = `${cut ? "at least " : ""}${counted(passing.length, "source")}`;
    await show(passing, `${number}${query.plain ? ` for ${state.query.trim()}` : ""}`);
    if (mine !== turn) return;
    showFilters();
    if (!passing.length) await suggest(query, results.length);
    else if (missing.length) at("nothing").replaceChildren(noSource(missing, " These have the other words:"));
  } catch (error) {
    if (mine !== turn) return;
    at("status").textContent = "The search could not be loaded. Reload the page, or use the lists below.";
    at("intro").hidden = false;
    console.error(error);
  }
}

/** Without a query the filters count everything. */
async function listAll(mine) {
  found = [];
  if (!at("filters").open) return;
  await loadFacets();
  const all = (await (await engine()).search(null)).results;
  if (mine !== turn) return;
  found = all;
  showFilters();
}

function show(results, words) {
  shown = results;
  at("status").textContent = words;
  at("results").replaceChildren();
  at("nothing").replaceChildren();
  at("more").hidden = true;
  return more();
}

async function more() {
  const mine = turn;
  const list = at("results");
  const start = list.childElementCount;
  const next = shown.slice(start, start + PAGE);
  const loaded = await Promise.all(
    next.map(async (result) => {
      const data = await result.data();
      return [data.meta, bestSentences(data, result.words ?? [])];
    }),
  );
  if (mine !== turn || list.childElementCount !== start) return;
  list.append(...loaded.map(([meta, best]) => resultItem(root, meta, best)));
  const told = loaded.flatMap(([meta, best]) => [...best.words, ...Object.values(meta).join(" ").split(/\s+/).map(bare)]);
  if (!start) sayIfOnlyAlike(told);
  at("more").hidden = list.childElementCount >= shown.length;
  at("more").textContent = `Show more (${counted(shown.length - list.childElementCount, "source")} left)`;
}

/** Pagefind falls back to words that begin alike; a reader must be told so. */
function sayIfOnlyAlike(words) {
  if (!words.length) return;
  const unmet = readQuery(state.query).words.map(bare).filter((word) => word && !words.some((w) => w.startsWith(word)));
  if (unmet.length && !at("nothing").childElementCount) {
    const named = unmet.map((word) => `“${word}”`).join(", ");
    at("nothing").replaceChildren(element("p", { class: "small" }, `${named} itself does not stand in the first of these; they have words like it.`));
  }
}

function showOffers(entities, dates) {
  const items = [
    ...entities.map((e) => offerItem(root, e.path, e.name, `${e.type}, ${counted(e.mentions, "mention")} in ${counted(e.sources, "source")}`)),
    ...dates.map((d) => offerItem(root, d.path, d.text, d.detail)),
  ];
  at("offers").replaceChildren(...items);
  at("offers").hidden = !items.length;
}

/** Words that no source has; Pagefind leaves them out of a search without a word. */
async function missingWords(words) {
  const pf = await engine();
  const known = await Promise.all(words.map(async (word) => [word, (await pf.search(word)).results.length]));
  return known.filter(([, number]) => !number).map(([word]) => word);
}

const noSource = (words, rest = "") =>
  element("p", {}, `No source has ${words.map((word) => `“${word}”`).join(", ")}.${rest}`);

/** Nothing was found: which word is missing, what is spelled alike, which filters are in the way. */
async function suggest(query, unfiltered) {
  const mine = turn;
  const parts = [];
  if (unfiltered) parts.push(element("p", {}, `${counted(unfiltered, "source")} would be found without the filters. `, element("button", { type: "button", onclick: clearAll }, "Clear all filters")));
  else {
    const missing = await missingWords(query.words);
    const present = query.words.filter((word) => !missing.includes(word));
    if (missing.length) parts.push(noSource(missing));
    else if (query.phrases.length) parts.push(element("p", {}, "No source has these words side by side, letter for letter. ", again(query.plain, "Search for the words alone")));
    if (missing.length && present.length) {
      const rest = present.join(" ");
      parts.push(element("p", {}, again(rest, `Search for ${rest}`)));
    }
    const names = (await Promise.all(missing.slice(0, 3).map((word) => lookup.similar(word)))).flat();
    if (names.length) {
      const items = names.map((e) => offerItem(root, e.path, e.name, `${e.type}, ${counted(e.mentions, "mention")}`));
      parts.push(element("p", {}, "Names that begin alike:"), element("ul", { class: "plain" }, ...items));
    }
    parts.push(element("p", {}, "Fewer or shorter words find more. The lists below lead to everything in this archive."));
  }
  if (mine !== turn) return;
  at("nothing").replaceChildren(...parts);
  at("intro").hidden = unfiltered > 0;
}

function again(words, label) {
  return element("a", { href: writeState({ ...state, query: words }) || "?" }, label);
}

function showChips() {
  const chips = [];
  for (const { name, label } of FACETS) {
    for (const value of state.chosen[name]) {
      const text = facets ? facets.label(name, value) : value;
      chips.push(chip(`${label}: ${text}`, () => toggle(name, value)));
    }
  }
  for (const { label, from, to } of RANGES) {
    for (const [name, word] of [[from, "from"], [to, "to"]]) {
      if (state.range[name]) chips.push(chip(`${label} ${word} ${state.range[name]}`, () => setRange(name, "")));
    }
  }
  at("chips").replaceChildren(...chips);
}

function showFilters() {
  if (!facets || !at("filters").open) return;
  showChips();
  const open = new Set([...at("facets").querySelectorAll("details[open]")].map((d) => d.dataset.name));
  const groups = FACETS.map(({ name, label, all }) => {
    const values = facets.counts(name, found, state);
    if (!values.length) return null;
    const lines = values.map((entry) => facetLine(name, entry));
    const rest = lines.slice(VALUES);
    const group = element("fieldset", {}, element("legend", {}, label, element("span", { class: "small" }, all ? " all of" : " any of")), element("ul", {}, ...lines.slice(0, VALUES)));
    if (rest.length) group.append(element("details", { "data-name": name, open: open.has(name) }, element("summary", {}, `${rest.length} more`), element("ul", {}, ...rest)));
    return group;
  });
  const focused = document.activeElement?.id;
  at("facets").replaceChildren(...groups.filter(Boolean));
  if (focused) at(focused)?.focus();
}

function facetLine(name, { value, label, count, place }) {
  const id = `f-${name}-${place}`;
  const box = element("input", { type: "checkbox", id, onchange: () => toggle(name, value) });
  box.checked = state.chosen[name].includes(value);
  return element("li", {}, box, element("label", { for: id }, label), element("span", { class: "count" }, String(count)));
}

function change(next, { push = true } = {}) {
  state = next;
  const address = writeState(state) || location.pathname;
  history[push ? "pushState" : "replaceState"](null, "", address);
  return run();
}

function toggle(name, value) {
  const own = state.chosen[name];
  const chosen = own.includes(value) ? own.filter((v) => v !== value) : [...own, value];
  return change({ ...state, chosen: { ...state.chosen, [name]: chosen } });
}

function setRange(name, value) {
  const field = at(name);
  field.value = value;
  const valid = isDate(value.trim());
  field.setAttribute("aria-invalid", String(!valid));
  if (valid) change({ ...state, range: { ...state.range, [name]: value.trim() } });
}

function clearAll() {
  const cleared = readState("");
  change({ ...cleared, query: state.query, sort: state.sort });
  fill();
}

/** The fields as the address has them. */
function fill() {
  at("q").value = state.query;
  at("sort").value = state.sort;
  for (const { from, to } of RANGES) for (const name of [from, to]) at(name).value = state.range[name];
}

/** Arrow keys go from the box through everything that was found, and back. */
function walk(event) {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const stops = [at("q"), ...document.querySelectorAll("#offers a, #results h2 a, #results blockquote a")];
  const place = stops.indexOf(document.activeElement);
  if (place < 0) return;
  const next = stops[place + (event.key === "ArrowDown" ? 1 : -1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

let timer = 0;
at("q").addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(() => change({ ...state, query: at("q").value }, { push: false }), WAIT);
});
at("form").addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(timer);
  change({ ...state, query: at("q").value });
});
at("sort").addEventListener("change", () => change({ ...state, sort: at("sort").value }));
at("more").addEventListener("click", async () => {
  const last = at("results").lastElementChild;
  await more();
  last?.nextElementSibling?.querySelector("a")?.focus();
});
at("filters").addEventListener("toggle", async () => {
  if (!at("filters").open) return;
  const mine = turn;
  await loadFacets();
  if (mine !== turn) return;
  if (!found.length && !readQuery(state.query).plain) await listAll(mine);
  else showFilters();
});
for (const { from, to } of RANGES) {
  for (const name of [from, to]) at(name).addEventListener("change", () => setRange(name, at(name).value));
}
document.addEventListener("keydown", walk);
window.addEventListener("popstate", () => {
  state = readState(location.search);
  fill();
  run();
});

at("app").hidden = false;
fill();
if (isFiltered(state) && matchMedia("(min-width: 60rem)").matches) at("filters").open = true;
if (!state.query) at("q").focus({ preventScroll: true });
run();
