// Filters: which documents have what, and how many of those that are found.
//
// People, organisations and places narrow the results: every chosen one must be named. Of the
// others one value a document is all there can be, so any of the chosen ones will do.

export const FACETS = [
  { name: "person", label: "People", all: true },
  { name: "organisation", label: "Organisations", all: true },
  { name: "place", label: "Places", all: true },
  { name: "publisher", label: "Publishers", all: false },
  { name: "kind", label: "Kinds", all: false },
  { name: "language", label: "Languages", all: false },
];
export const RANGES = [
  { name: "published", label: "Published", from: "from", to: "to" },
  { name: "events", label: "Tells of", from: "told-from", to: "told-to" },
];

// A date of as much as is known stands for all its days.
const first = (date) => (date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date);
const last = (date) => (date.length === 4 ? `${date}-12-31` : date.length === 7 ? `${date}-31` : date);

/** Whether a day or a range "first/last" meets the days from `from` to `to`; "" is open. */
function meets(date, from, to) {
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

  /** Whether a document passes all filters but those of one facet. */
  passes(number, state, except = "") {
    for (const { name, all } of FACETS) {
      const chosen = state.chosen[name];
      if (name === except && !all) continue;
      const has = (value) => this.sets.get(`${name} ${value}`)?.has(number) ?? false;
      if (chosen.length && !(all ? chosen.every(has) : chosen.some(has))) return false;
    }
    for (const { name, from, to } of RANGES) {
      if (!state.range[from] && !state.range[to]) continue;
      const dates = name === "events" ? this.data.events[number] : [this.data.published[number]];
      if (!dates.some((date) => meets(date, state.range[from], state.range[to]))) return false;
    }
    return true;
  }

  /** Results that pass, in the order asked for. */
  apply(results, state) {
    const passing = results.filter((result) => this.passes(this.number.get(result.id), state));
    if (state.sort === "relevance") return passing;
    const turn = state.sort === "oldest" ? 1 : -1;
    const date = (result) => this.data.published[this.number.get(result.id)] ?? "";
    // What has no date comes last in either order.
    const order = (one, other) =>
      !one - !other || turn * (one < other ? -1 : one > other ? 1 : 0);
    return [...passing].sort((a, b) => order(date(a), date(b)));
  }

  /** For a facet its values with the number of results that have them, the most frequent first. */
  counts(name, results, state) {
    const passing = new Set(
      results.map((result) => this.number.get(result.id)).filter((n) => this.passes(n, state, name)),
    );
    const counted = this.data[name].map(([value, label, documents], place) => ({
      value,
      label,
      place,
      count: documents.reduce((sum, number) => sum + passing.has(number), 0),
    }));
    return counted
      .filter((entry) => entry.count || state.chosen[name].includes(entry.value))
      .sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
  }
}
