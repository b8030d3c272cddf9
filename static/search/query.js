// Parses a query: words, phrases in quotation marks, and dates.

import { fold, spaced } from "./text.js";
import { language } from "./words.js";

const LONGEST = 2000; // characters of a query
const MOST_WORDS = 40; // each is looked up by itself

const MONTHS = [
  "january", "february", "march", "april", "may", "june", "july", "august", "september",
  "october", "november", "december",
];
const MONTH = `(${MONTHS.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?`).join("|")})\\.?`;
// "2024", "ad 79", "79 ce", "44 bc"
const YEAR = "(ad \\d{1,4}|\\d{1,4} ?(?:bce?|b\\.c\\.|ad|ce)|\\d{4})(?!\\w)";
/** Dates with the names of months in the reader's language: "22 марта 2024", "1er mars 2024", "marzo de 2024". */
function ownForms() {
  const named = Array.from({ length: 12 }, (_, n) => {
    const day = new Date(Date.UTC(2024, n, 2));
    const write = (form) => new Intl.DateTimeFormat(language, { timeZone: "UTC", month: "long", ...form });
    const beside = write({ day: "numeric" }).formatToParts(day).find(({ type }) => type === "month");
    return [fold(beside.value), fold(write({}).format(day))];
  });
  const names = `(${[...new Set(named.flat())].sort((a, b) => b.length - a.length).join("|")})`;
  const own = (name) => String(named.findIndex((known) => known.includes(name)) + 1);
  const end = "(?: de)?,? (\\d{4})(?!\\d)";
  return [
    [new RegExp(`(?<![\\p{L}\\d])(\\d{1,2})(?:er|\\.|º)? (?:de )?${names}${end}`, "gu"), (m) => [m[3], own(m[2]), m[1]]],
    [new RegExp(`(?<!\\p{L})${names}${end}`, "gu"), (m) => [m[2], own(m[1])]],
  ];
}
const FORMS = [
  ...(language === "en" ? [] : ownForms()),
  [/(?<![\w-])(-?\d{4})-(\d{2})-(\d{2})\b/g, (m) => [m[1], m[2], m[3]]],
  [/(?<![\w-])(-?\d{4})-(\d{2})\b(?!-)/g, (m) => [m[1], m[2]]],
  [new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? ${MONTH},? ${YEAR}`, "g"), (m) => [year(m[3]), month(m[2]), m[1]]],
  [new RegExp(`\\b${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? ${YEAR}`, "g"), (m) => [year(m[3]), month(m[1]), m[2]]],
  [new RegExp(`(?<!\\d )\\b${MONTH},? ${YEAR}`, "g"), (m) => [year(m[2]), month(m[1])]],
  [new RegExp(`(?<![\\w-])${YEAR}(?!-)`, "g"), (m) => [year(m[1])]],
  [/(?<![\w-])(-\d{4})(?![\w-])/g, (m) => [m[1]]],
];

const month = (name) => String(MONTHS.findIndex((known) => known.startsWith(name.slice(0, 3))) + 1);

/** The year of words in ISO form; 44 BC is -0043, as there is no year 0 between 1 BC and AD 1. */
function year(words) {
  const number = Number(words.replace(/\D/g, ""));
  const own = words.includes("b") ? 1 - number : number;
  return `${own < 0 ? "-" : ""}${String(Math.abs(own)).padStart(4, "0")}`;
}

/** A sort key: by it, dates in ISO form are in the order of time. */
export const chronological = (date) =>
  date.startsWith("-") ? `-${String(9999 - Number(date.slice(1, 5))).padStart(4, "0")}${date.slice(5)}` : date;

/** The year of a date, with its sign. */
export const yearOf = (date) => date.slice(0, date.startsWith("-") ? 5 : 4);

/** The dates in a query in ISO form: a day, a month or a year. */
export function datesIn(text) {
  let rest = fold(text);
  const found = [];
  for (const [form, parts] of FORMS) {
    rest = rest.replace(form, (...match) => {
      found.push(parts(match).map((part) => part.padStart(2, "0")).join("-"));
      return " ";
    });
  }
  return found;
}

/** The parts of a date in ISO form as a language writes them. */
function inLanguage(date) {
  const [, number, day] = date.slice(1).split("-");
  const own = Number(yearOf(date));
  const moment = new Date(0);
  moment.setUTCFullYear(own, number ? Number(number) - 1 : 0, day ? Number(day) : 1);
  const form = { timeZone: "UTC", year: "numeric" };
  if (number) form.month = "long";
  if (day) form.day = "numeric";
  if (own < 1000) form.era = "short";
  return new Intl.DateTimeFormat(language, form).format(moment);
}

/** An ISO day, month or year in words: "22 March 2024", "44 BC", "AD 79". */
export function dateInWords(date) {
  if (language !== "en") return inLanguage(date);
  const own = Number(yearOf(date));
  const year = own <= 0 ? `${1 - own} BC` : own < 1000 ? `AD ${own}` : `${own}`;
  const [, number, day] = date.slice(1).split("-");
  if (!number) return year;
  const name = MONTHS[Number(number) - 1];
  const words = `${name[0].toUpperCase()}${name.slice(1)} ${year}`;
  return day ? `${Number(day)} ${words}` : words;
}

/** The phrases in quotation marks, the words, and the text without the marks.
 *
 * Of a long text, such as a pasted article, these are the first words; `cut` says that there are more.
 */
export function readQuery(text) {
  const phrases = [];
  const plain = text.slice(0, LONGEST).replace(/["“”«»„]([^"“”«»„]+)["“”«»„]/g, (_, phrase) => {
    const words = spaced(phrase).trim().split(/\s+/).join(" ");
    if (words) phrases.push(words);
    return ` ${words} `;
  });
  const all = [];
  for (const word of plain.replace(/["“”«»„]/g, " ").trim().split(/\s+/).filter(Boolean)) {
    const characters = spaced(word).trim().split(/\s+/);
    // What is written without spaces stands in this order in a text.
    if (characters.length > 1 && !phrases.includes(characters.join(" "))) phrases.push(characters.join(" "));
    all.push(...characters);
  }
  const words = all.slice(0, MOST_WORDS);
  return { phrases: phrases.slice(0, MOST_WORDS), words, plain: words.join(" "), cut: all.length > MOST_WORDS || text.length > LONGEST };
}
