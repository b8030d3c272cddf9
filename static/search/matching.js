// Which sources have the words of a query, or forms of them, or at least some of them.

import { textOf } from "./sentences.js";
import { bare, coreOf } from "./text.js";

const MOST_FORMS = 6; // of a word
const SHARE = 0.5; // of the words that a source must have where none has all

/** What each word of a query stands for.
 *
 * word: as it is written; forms: what is looked for; meant: what it was taken for, or "";
 * missing: whether no source has it
 */
export async function readings(pagefind, vocabulary, words) {
  const wanted = [];
  for (const word of words) if (!(await vocabulary.isGrammar(word))) wanted.push(word);
  return Promise.all((wanted.length ? wanted : words).map((word) => reading(pagefind, vocabulary, word)));
}

async function reading(pagefind, vocabulary, word) {
  const forms = await vocabulary.forms(word);
  if (forms?.length) return { word, forms: [word, ...others(word, forms)].slice(0, MOST_FORMS), meant: "", missing: false };
  const results = await resultsOf(pagefind, word);
  if (forms === null || (await isLike(word, results))) return { word, forms: [word], meant: "", missing: !results.length };
  const near = await vocabulary.nearest(word);
  if (near.length) return { word, forms: near.slice(0, MOST_FORMS), meant: near[0], missing: false };
  return { word, forms: [word], meant: "", missing: !results.length };
}

/** The forms that differ from a word in more than capitals and signs around it. */
function others(word, forms) {
  const small = word.toLowerCase();
  const own = small.slice(...coreOf(small));
  return forms.filter((form) => form !== own);
}

/** Whether Pagefind has found the word, a form of it or one that it begins; not only its beginning. */
async function isLike(word, results) {
  if (!results.length) return false;
  const data = await results[0].data();
  const texts = textOf(data).split(/\s+/);
  const own = bare(word);
  const enough = Math.max(4, own.length - 2);
  const found = [...results[0].words.map((at) => bare(texts[at] ?? "")), ...Object.values(data.meta).join(" ").split(/\s+/).map(bare)];
  return found.some((known) => known.includes(own) || (own.length > enough && known.startsWith(own.slice(0, enough))));
}

/** The results for a word, or for several where the index is in one part.
 *
 * A part that does not have a word gives others that begin alike: they count only where no part has it.
 */
async function resultsOf(pagefind, words) {
  const { results } = await pagefind.search(words);
  if (new Set(results.map(partOf)).size < 2) return results;
  const exact = new Set((await pagefind.search(`"${words}"`)).results.map(partOf));
  return exact.size ? results.filter((result) => exact.has(partOf(result))) : results;
}

/** The part of the index that a result is from: what stands before its id. */
const partOf = ({ id }) => id.slice(0, id.lastIndexOf("_"));

/** The results for one reading by their ids. */
async function ofReading(pagefind, { forms }) {
  const found = new Map();
  for (const form of forms) {
    for (const result of await resultsOf(pagefind, form)) {
      const known = found.get(result.id);
      const words = [...new Set([...(known?.words ?? []), ...result.words])];
      found.set(result.id, { result, score: Math.max(result.score, known?.score ?? 0), words });
    }
  }
  return found;
}

/** The sources with all words, best first; where none has all, those with the most of them.
 *
 * `partial` is the number of words that those have, or 0. `parts` is how many the index is in: of several words
 * each is looked for by itself where they are more than one, as a part leaves out words that it does not have.
 */
export async function matching(pagefind, all, parts) {
  const present = all.filter(({ missing }) => !missing);
  const asWritten = present.every(({ word, forms }) => forms.length === 1 && forms[0] === word);
  if (asWritten && (parts < 2 || present.length < 2)) {
    const words = present.map(({ word }) => word).join(" ");
    const results = words ? await resultsOf(pagefind, words) : (await pagefind.search(null)).results;
    if (results.length || present.length < 2) return { results: present.length || !all.length ? results : [], partial: 0 };
  }
  const found = await Promise.all(present.map((one) => ofReading(pagefind, one)));
  const merged = new Map();
  for (const own of found) {
    for (const [id, { result, score, words }] of own) {
      const known = merged.get(id) ?? { id, score: 0, words: [], number: 0, data: () => result.data() };
      merged.set(id, { ...known, score: known.score + score, words: [...known.words, ...words], number: known.number + 1 });
    }
  }
  const most = Math.max(0, ...[...merged.values()].map(({ number }) => number));
  if (most < present.length * SHARE) return { results: [], partial: 0 };
  const results = [...merged.values()].filter(({ number }) => number === most);
  results.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  return { results, partial: most < present.length ? most : 0 };
}
