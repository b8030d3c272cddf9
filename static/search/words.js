// Words in the reader's language: those of the scripts are English, and a page in another language
// brings its own (see `generator/render/catalogues.py`).

const brought = globalThis.document?.getElementById("words");
const translations = brought ? JSON.parse(brought.textContent) : {};
export const language = globalThis.document?.documentElement.lang || "en";
const rules = new Intl.PluralRules(language);
const GAP = /\{(\w+)\}/;

const filled = (text, values) => text.replace(new RegExp(GAP, "g"), (gap, name) => values[name] ?? gap);

/** A text; `values` stand in its gaps. */
export const gettext = (text, values = {}) => filled(translations[text]?.one ?? translations[text] ?? text, values);

/** The form of a text for a number. */
export function ngettext(one, many, number, values = {}) {
  const forms = translations[one];
  if (!forms) return filled(number === 1 ? one : many, values);
  return filled(forms[rules.select(number)] ?? forms.other ?? forms.many ?? forms.one, values);
}

/** A text whose gaps are elements, or several of them, as children of an element. */
export const pieces = (text, values) =>
  (translations[text] ?? text).split(GAP).flatMap((piece, n) => (n % 2 ? values[piece] : piece)).filter((piece) => piece !== "");

/** A number with spaces between its thousands, or as the language has it. */
export const numbered = (number) =>
  language === "en" ? number.toLocaleString("en-GB").replaceAll(",", "\u202f") : number.toLocaleString(language);

/** So many of something. */
export const counted = (number, one, many) => `${numbered(number)} ${ngettext(one, many, number)}`;
