// How texts of sources are compared and shown.

const LETTER = /[\p{L}\p{N}]/u;
const CONTROLS = /[\u202a-\u202e\u2066-\u2069]/g;
// Right-to-left letters move the figures beside them; must agree with `generator/directions.py`.
const TURNING = /[\u202a-\u202e\u2066-\u2069\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

// Letters that Unicode does not take apart.
const LETTERS = { ł: "l", ø: "o", đ: "d", ð: "d", ħ: "h", ŧ: "t", ı: "i", ß: "ss", æ: "ae", œ: "oe", þ: "th" };
// Chinese, Japanese and Korean characters that are written without spaces between words.
const UNSPACED = /[\u3005-\u3007\u3041-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/gu;

/** Lower case without accents and ligatures; must agree with `generator/render/search/folding.py`.
 * Accents go first, as normalising puts a long run of them in order, in quadratic time. */
export const fold = (text) =>
  withoutMarks(withoutMarks(text).normalize("NFKD")).toLowerCase().replace(/[łøđðħŧıßæœþ]/g, (letter) => LETTERS[letter]);

/** A text with spaces around characters that are indexed one by one. */
export const spaced = (text) => text.replace(UNSPACED, " $& ");

/** Whether nothing stands between two words of an indexed text. */
export const areJoined = (one, other) => isUnspaced(one) && isUnspaced(other);
const isUnspaced = (word) => [...word].length === 1 && word.replace(UNSPACED, "") === "";

const withoutMarks = (text) => text.replace(/\p{M}+/gu, "");

/** From the first letter or figure of a text to behind the last one. Takes linear time, which a
 * pattern for both ends at once does not: it would look ahead from each sign in between. */
export function coreOf(text) {
  const start = text.search(LETTER);
  if (start < 0) return [text.length, text.length];
  let end = text.length;
  while (end > start) {
    const size = end > 1 && text.codePointAt(end - 2) > 0xffff ? 2 : 1;
    if (LETTER.test(text.slice(end - size, end))) break;
    end -= size;
  }
  return [start, end];
}

/** The form in which words are compared: folded, without punctuation around it. */
export function bare(word) {
  const folded = fold(word);
  return folded.slice(...coreOf(folded));
}

/** Text of a source without the characters that turn what follows them round. */
export const straight = (text) => text.replace(CONTROLS, "");

/** The same as it can stand in a line with others: nothing in it can turn them. */
export const isolated = (text) => (TURNING.test(text) ? `\u2068${straight(text)}\u2069` : text);
