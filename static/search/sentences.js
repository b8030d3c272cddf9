// From the positions of words in a document to the sentences that contain them.

import { areJoined, bare, coreOf } from "./text.js";

const MOST = 3;
const MOST_WORDS = 12;
const LONGEST = 200; // of a word that is marked on the page of the source; it is in the link

/** The text as indexed; Pagefind returns it with two characters escaped. */
export const textOf = (data) => data.raw_content.replaceAll("&lt;", "<").replaceAll("&gt;", ">");

const isShort = (word) => word && word.length <= LONGEST;

/** A document's sentences and small picture; the address in the index carries them. */
function sentencesOf(data) {
  const [path, after = ""] = data.raw_url.split("#");
  const [packed, src, width, height, alt] = after.split("!");
  const thumb = src ? { src, width, height, alt: decodeURIComponent(alt) } : null;
  const words = textOf(data).split(/\s+/);
  const parts = packed.split(".");
  const sentences = [];
  let start = 0;
  for (let i = 0; i + 1 < parts.length; i += 2) {
    const end = start + Number(parts[i + 1]);
    sentences.push({ anchor: parts[i], start, end });
    start = end;
  }
  return { path, thumb, words, sentences: start === words.length ? sentences : [] };
}

/** The best sentences of a result in the order of the text, each as pieces [text, marked]. */
export function bestSentences(data, positions) {
  const { path, thumb, words, sentences } = sentencesOf(data);
  const marked = new Set(positions);
  const scored = sentences.map((sentence) => {
    const found = new Set();
    let count = 0;
    for (let at = sentence.start; at < sentence.end; at += 1) {
      if (!marked.has(at)) continue;
      found.add(bare(words[at]));
      count += 1;
    }
    return { ...sentence, distinct: found.size, count };
  });
  const best = scored
    .filter((sentence) => sentence.count)
    .sort((a, b) => b.distinct - a.distinct || b.count - a.count || a.start - b.start)
    .slice(0, MOST)
    .sort((a, b) => a.start - b.start);
  const shown = best.length ? best : scored.slice(0, 1);
  return {
    path,
    thumb,
    words: [...new Set(positions.map((at) => bare(words[at] ?? "")))].filter(isShort).slice(0, MOST_WORDS),
    sentences: shown.map((sentence) => ({ anchor: sentence.anchor, pieces: pieces(words, sentence, marked) })),
  };
}

/** The sentence as pieces [text, marked]; punctuation and spaces stay unmarked. */
function pieces(words, sentence, marked) {
  const out = [];
  const add = (text, is) => {
    const end = out[out.length - 1];
    if (end && end[1] === is) end[0] += text;
    else if (text) out.push([text, is]);
  };
  for (let at = sentence.start; at < sentence.end; at += 1) {
    if (at > sentence.start && !areJoined(words[at - 1], words[at])) add(" ", false);
    const [first, last] = coreOf(words[at]);
    add(words[at].slice(0, first), false);
    add(words[at].slice(first, last), marked.has(at));
    add(words[at].slice(last), false);
  }
  return out;
}
