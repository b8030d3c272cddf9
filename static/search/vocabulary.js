// What a word of a query may stand for: its other forms, and a similar word where no source has it.
//
// The pieces are made by `generator/render/search/vocabulary.py`.

import { bare, fold } from "./text.js";

const LETTERS = /^\p{L}{3,30}$/u;
// Letters at the beginning of a name that are written for each other.
const ALIKE = ["aeiouyhj", "ckqgx", "sz", "bpfvw", "dt", "mn", "lr"];
const BEGINNING = new Map(ALIKE.flatMap((letters) => [...letters].map((letter) => [letter, letters[0]])));
const LONG = 6; // letters of a word from which on two may be wrong
const STEM = 5; // letters that forms of one word share at least
const ENDING = 3; // letters in which they differ at most

/** The key of a folded word: the number of the letter that stands for those like its first. */
function beginning(word) {
  const letter = [...word][0];
  return (BEGINNING.get(letter) ?? letter).codePointAt(0).toString(16);
}

/** How many letters of two words differ, are missing or are changed about; `most` + 1 for more. */
export function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let above = [];
  let row = Array.from({ length: other.length + 1 }, (_, n) => n);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + same);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        next[j] = Math.min(next[j], above[j - 2] + 1);
      }
    }
    if (Math.min(...next) > most) return most + 1;
    [above, row] = [row, next];
  }
  return row[other.length];
}

/** How unlike two words are: the letters that are wrong, or those of two endings; none of both is infinite. */
function unlikeness(one, other, most) {
  const wrong = distance(one, other, most);
  if (wrong <= most) return wrong;
  let stem = 0;
  while (stem < one.length && one[stem] === other[stem]) stem += 1;
  const ending = Math.max(one.length, other.length) - stem;
  return stem >= STEM && ending <= ENDING ? most + ending : Infinity;
}

export class Vocabulary {
  constructor(lookup) {
    this.lookup = lookup;
  }

  /** Entries with words that begin like this one, and whose length differs by `reach` at most: the forms of each,
   * and how often sources have them. */
  async entries(word, reach) {
    const { words } = await this.lookup.json("pieces");
    const key = beginning(word);
    if (words.includes(key)) return Object.entries(await this.lookup.json(`words/${key}`));
    const keys = [];
    for (let n = word.length - reach; n <= word.length + reach; n += 1) keys.push(`${key}-${n}`);
    const pieces = keys.filter((name) => words.includes(name)).map((name) => this.lookup.json(`words/${name}`));
    return Object.entries(Object.assign({}, ...(await Promise.all(pieces))));
  }

  /** Whether words of grammar alone, which need not be found, are in a text. */
  async isGrammar(word) {
    return (await this.lookup.json("pieces")).grammar.includes(bare(word));
  }

  /** The forms of a word, if any source has one of them; null for words that are not of letters. */
  async forms(word) {
    const own = bare(word);
    if (!LETTERS.test(own)) return null;
    const all = (await this.entries(own, 0)).map(([forms]) => forms.split(" "));
    return all.find((forms) => forms.some((form) => fold(form) === own)) ?? [];
  }

  /** The forms of the most similar word; of equally similar ones that which most sources have.
   * Another ending is less similar than a slip. */
  async nearest(word) {
    const own = bare(word);
    if (!LETTERS.test(own) || own.length < 4) return [];
    const most = own.length < LONG ? 1 : 2;
    let best = [];
    let [least, often] = [Infinity, 0];
    for (const [entry, number] of await this.entries(own, ENDING)) {
      const forms = entry.split(" ");
      const far = Math.min(...forms.map((form) => unlikeness(own, fold(form), most)));
      if (far === Infinity) continue;
      if (far < least || (far === least && number > often)) [best, least, often] = [forms, far, number];
    }
    return best;
  }
}
