// The search page: the query and the filters go into the address, and the address gives the results.

import { FACETS, Facets, RANGES } from "./facets.js";
import { matching, readings } from "./matching.js";
import { Lookup } from "./names.js";
import { datesIn, readQuery } from "./query.js";
import { bestSentences, textOf } from "./sentences.js";
import { isDate, isFiltered, readState, writeState } from "./state.js";
import { bare, isolated } from "./text.js";
import { chip, element, entityFacts, offerItem, resultItem } from "./view.js";
import { Vocabulary } from "./vocabulary.js";
import { counted, gettext, ngettext, numbered, pieces } from "./words.js";

const PAGE = 10;
const VERIFIED = 400; // most results whose text is checked for an exact phrase
const VALUES = 8; // values of a filter shown before "more"
const WAIT = 160; // milliseconds after the last key before a search starts

const at = (id) => document.getElementById(id);
const root = document.querySelector("main [data-root]").dataset.root;
const shared = document.querySelector("main [data-root]").dataset.shared ?? root; // of all languages
const lookup = new Lookup(shared);
const vocabulary = new Vocabulary(lookup);
let pagefind = null;
let facets = null;
let state = readState(location.search);
let turn = 0; // number of the latest search; results of earlier ones are dropped
let found = [];
let shown = [];
let looked = []; // words of the query that are looked for as they are
let cut = false; // whether there were more results for a phrase than are checked

async function engine() {
  pagefind ??= load();
  return pagefind.catch((error) => {
    pagefind = null; // to be tried again
    throw error;
  });
}

/** Pagefind with all parts of the index. */
async function load() {
  const folder = new URL(`${shared}search/`, location.href).href;
  const found = await import(`${folder}pagefind/pagefind.js`);
  await found.init();
  const parts = await lookup.parts();
  const others = Array.from({ length: parts - 1 }, (_, n) => `${folder}pagefind-${n + 2}/`);
  await Promise.all(others.map((other) => found.mergeIndex(other)));
  return found;
}

async function loadFacets() {
  if (!facets) {
    facets = new Facets(await lookup.json("facets"));
  }
  return facets;
}

/** Results that contain all words and every exact phrase; their `words` are positions in the text.
 *
 * `sift` filters and sorts; phrases are checked in the results that pass it, in that order.
 */
async function textSearch({ phrases }, all, sift) {
  const pf = await engine();
  if (!phrases.length) return all;
  let kept = all;
  const positions = new Map();
  for (const phrase of phrases) {
    // A sign by itself ("3 < 4") counts as a word in the text, but Pagefind's phrases leave it out.
    if (!phrase.split(" ").every(bare)) continue;
    const exact = new Map((await pf.search(`"${phrase}"`)).results.map((r) => [r.id, r]));
    kept = kept.filter((result) => exact.has(result.id));
    for (const [id, result] of exact) positions.set(id, [...(positions.get(id) ?? []), ...result.words]);
  }
  cut = sift(kept).length > VERIFIED;
  const checked = await Promise.all(
    sift(kept).slice(0, VERIFIED).map(async (result) => {
      const text = textOf(await result.data()).replace(/\s+/g, " ");
      return phrases.every((phrase) => text.includes(phrase)) ? result : null;
    }),
  );
  return checked.filter(Boolean).map((r) => ({ id: r.id, score: r.score, words: positions.get(r.id) ?? r.words, data: () => r.data() }));
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
  at("status").textContent = gettext("Searching…");
  try {
    const needs = isFiltered(state) || state.sort !== "relevance" || at("filters").open;
    if (needs) await loadFacets();
    const sift = (results) => (facets ? facets.apply(results, state) : results);
    cut = false;
    const pf = await engine();
    const read = await readings(pf, vocabulary, query.words);
    const { results: all, partial } = await matching(pf, read, await lookup.parts());
    if (mine !== turn) return;
    const results = await textSearch(query, all, query.phrases.length ? sift : (some) => some);
    if (mine !== turn) return;
    found = results;
    const passing = sift(results);
    showChips();
    const meant = read.map(({ word, meant: other }) => other || word);
    const [entities, dates] = await Promise.all([lookup.entities(meant), lookup.dates(query.plain, meant)]);
    if (mine !== turn) return;
    showOffers(entities, dates);
    const sources = counted(passing.length, "source", "sources");
    const number = cut ? gettext("at least {sources}", { sources }) : sources;
    looked = read.filter(({ word, forms }) => forms.length === 1 && forms[0] === word).map(({ word }) => word);
    const asked = isolated(query.cut ? `${query.plain} …` : state.query.trim());
    await show(passing, query.plain ? gettext("{sources} for {query}", { sources: number, query: asked }) : number);
    if (mine !== turn) return;
    showFilters();
    const missing = read.filter((one) => one.missing).map(({ word }) => word);
    if (!passing.length) await suggest(query, results.length, read);
    else {
      const notes = read.filter((one) => one.meant).map(({ word, meant: other }) => element("p", {}, ...pieces("No source contains “{word}”. Shown are results for “{other}”.", { word, other: element("strong", {}, other) })));
      if (partial) notes.push(element("p", {}, gettext("No source contains all of these words. These contain {number} of {total}:", { number: partial, total: read.length - missing.length })));
      if (missing.length) notes.push(noSource(missing, ` ${gettext("These contain the other words:")}`));
      if (notes.length) at("nothing").replaceChildren(...notes);
    }
  } catch (error) {
    if (mine !== turn) return;
    at("status").textContent = gettext("Search could not be loaded. Reload the page or use the lists below.");
    at("intro").hidden = false;
    console.error(error);
  }
}

/** Without a query the filters count all documents. */
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
  list.append(...loaded.map(([meta, best]) => resultItem(root, shared, meta, best)));
  const words = loaded.flatMap(([meta, best]) => [...best.words, ...Object.values(meta).join(" ").split(/\s+/).map(bare)]);
  if (!start) noteInexact(words);
  at("more").hidden = list.childElementCount >= shown.length;
  at("more").textContent = showMore(shown.length - list.childElementCount);
}

const showMore = (left) => ngettext("Show more ({number} source left)", "Show more ({number} sources left)", left, { number: numbered(left) });

/** Pagefind falls back to words with the same beginning; say so if that has happened. */
function noteInexact(words) {
  if (!words.length) return;
  const unmatched = looked.map(bare).filter((word) => word && !words.some((w) => w.startsWith(word)));
  if (unmatched.length && !at("nothing").childElementCount) {
    const note = pieces("No exact match for {words}; similar words are shown.", { words: quoted(unmatched) });
    at("nothing").replaceChildren(element("p", { class: "small" }, ...note));
  }
}

function showOffers(entities, dates) {
  const items = [
    ...entities.map((e) => offerItem(root, e.path, e.name, entityFacts(e))),
    ...dates.map((d) => offerItem(root, d.path, d.text, d.detail)),
  ];
  at("offers").replaceChildren(...items);
  at("offers").hidden = !items.length;
}

const quoted = (words) => words.flatMap((word, n) => [n ? `${gettext(" or ")}“` : "“", word, "”"]);
const noSource = (words, rest = "") => element("p", {}, ...pieces("No source contains {words}.", { words: quoted(words) }), rest);

/** Nothing was found: say which word is missing, offer similar names, or clear the filters. */
async function suggest(query, unfiltered, read) {
  const mine = turn;
  const parts = [];
  if (unfiltered) parts.push(element("p", {}, `${ngettext("{number} source would match without the filters.", "{number} sources would match without the filters.", unfiltered, { number: numbered(unfiltered) })} `, element("button", { type: "button", onclick: clearAll }, gettext("Clear all filters"))));
  else {
    const missing = read.filter((one) => one.missing).map(({ word }) => word);
    const present = query.words.filter((word) => !missing.includes(word));
    if (missing.length) parts.push(noSource(missing));
    else if (query.phrases.length) parts.push(element("p", {}, `${gettext("No source contains this exact phrase.")} `, again(query.plain, gettext("Search for the words separately"))));
    if (missing.length && present.length) {
      const rest = present.join(" ");
      parts.push(element("p", {}, again(rest, ...pieces("Search for {words}", { words: rest }))));
    }
    const names = (await Promise.all(missing.slice(0, 3).map((word) => lookup.similar(word)))).flat();
    if (names.length) {
      const items = names.map((e) => offerItem(root, e.path, e.name, entityFacts({ ...e, sources: 0 })));
      parts.push(element("p", {}, gettext("Names with the same beginning:")), element("ul", { class: "plain" }, ...items));
    }
    parts.push(element("p", {}, gettext("Try fewer or shorter words. The lists below cover everything in this archive.")));
  }
  if (mine !== turn) return;
  at("nothing").replaceChildren(...parts);
  at("intro").hidden = unfiltered > 0;
}

function again(words, ...label) {
  return element("a", { href: writeState({ ...state, query: words }) || "?" }, ...label);
}

function showChips() {
  const chips = [];
  for (const { name, label } of FACETS) {
    for (const value of state.chosen[name]) {
      const text = facets ? facets.label(name, value) : value;
      chips.push(chip(`${label}: `, text, () => toggle(name, value)));
    }
  }
  for (const { label, from, to } of RANGES) {
    for (const [name, word] of [[from, gettext("from")], [to, gettext("to")]]) {
      if (state.range[name]) chips.push(chip(`${label} ${word} `, state.range[name], () => setRange(name, "")));
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
    const group = element("fieldset", {}, element("legend", {}, label, element("span", { class: "small" }, all ? ` ${gettext("(match all)")}` : ` ${gettext("(match any)")}`)), element("ul", {}, ...lines.slice(0, VALUES)));
    if (rest.length) group.append(element("details", { "data-name": name, open: open.has(name) }, element("summary", {}, gettext("{number} more", { number: rest.length })), element("ul", {}, ...rest)));
    return group;
  });
  const focused = document.activeElement?.id;
  at("facets").replaceChildren(...groups.filter(Boolean));
  if (focused) at(focused)?.focus();
}

function facetLine(name, { value, label, count, index }) {
  const id = `f-${name}-${index}`;
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
  const written = value.trim();
  const date = isDate(written) ? written : datesIn(written)[0]; // "44 BC" is -0043
  field.setAttribute("aria-invalid", String(date === undefined));
  if (date !== undefined) change({ ...state, range: { ...state.range, [name]: date } });
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

/** Arrow keys move from the box through the results and back. */
function walk(event) {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const stops = [at("q"), ...document.querySelectorAll("#offers a, #results h2 a, #results blockquote a")];
  const index = stops.indexOf(document.activeElement);
  if (index < 0) return;
  const next = stops[index + (event.key === "ArrowDown" ? 1 : -1)];
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
