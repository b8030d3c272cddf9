// Names and dates that a query may mean, from small files beside the index.

import { datesIn, yearOf } from "./query.js";
import { fold } from "./text.js";
import { ngettext } from "./words.js";

const MOST = 5;
const MOST_DATES = 4;

export class Lookup {
  constructor(root) {
    this.root = root;
    this.files = new Map();
  }

  /** A file of the search folder; fetched again if it could not be loaded. */
  json(name) {
    if (!this.files.has(name)) {
      const load = fetch(`${this.root}search/${name}.json`).then((answer) => {
        if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
        return answer.json();
      });
      this.files.set(name, load);
      load.catch(() => this.files.delete(name));
    }
    return this.files.get(name);
  }

  /** How many parts the index is in. */
  async parts() {
    return (await this.json("pieces")).parts;
  }

  /** One piece of the index of names or of days; null if there is none. */
  async piece(kind, key) {
    const pieces = await this.json("pieces");
    return pieces?.[kind].includes(key) ? this.json(`${kind}/${key}`) : null;
  }

  namesFor(word) {
    return this.piece("names", [...word].slice(0, 2).map((c) => c.codePointAt(0).toString(16)).join("-"));
  }

  /** Entities with a spelling in which each word of the query is a word or begins one. */
  async entities(words) {
    const asked = [...new Set(words.flatMap((word) => wordsOf(word.replace(/['’]s$/, ""))))];
    const longest = [...asked].sort((a, b) => b.length - a.length)[0];
    if (!longest || longest.length < 2) return [];
    const entries = (await this.namesFor(longest)) ?? [];
    const fits = (form) => {
      const own = wordsOf(form);
      return asked.every((word) => own.some((known) => known.startsWith(word)));
    };
    return entries.filter(([, , , , , forms]) => forms.some(fits)).slice(0, MOST).map(named);
  }

  /** Entities with a name that begins like the word. */
  async similar(word) {
    const start = fold(word).slice(0, Math.max(2, Math.ceil(word.length * 0.6)));
    const entries = (await this.namesFor(fold(word))) ?? [];
    const fits = (form) => wordsOf(form).some((known) => known.startsWith(start));
    return entries.filter(([, , , , , forms]) => forms.some(fits)).slice(0, MOST).map(named);
  }

  /** Timeline pages of the dates in the query, and key dates whose text has all its words. */
  async dates(query, words) {
    const found = [];
    for (const date of [...new Set(datesIn(query))].slice(0, MOST_DATES)) {
      const days = (await this.piece("days", yearOf(date))) ?? [];
      const exact = days.find(([period]) => period === date);
      if (exact) {
        const [, text, path, count] = exact;
        found.push({ text, path, detail: ngettext("{number} event on the timeline", "{number} events on the timeline", count, { number: count }) });
      }
    }
    const asked = words.map(fold).filter((word) => word.length > 1);
    if (asked.length) {
      for (const [text, path, detail] of (await this.json("key-dates")) ?? []) {
        const own = fold(detail).split(/[^\p{L}\p{N}]+/u);
        if (asked.every((word) => own.some((known) => known.startsWith(word)))) {
          found.push({ text, path, detail });
        }
      }
    }
    return found.slice(0, MOST_DATES);
  }
}

/** The folded words, "al-assad" being two; must split as `generator/render/search/data.py` does. */
const wordsOf = (text) => fold(text).match(/[\p{L}\p{N}_]+/gu) ?? [];

const named = ([name, type, mentions, sources, path]) => ({ name, type, mentions, sources, path });
