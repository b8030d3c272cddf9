// What can be done with an event.
import { el, input, labelled, select } from "./elements.js";

const statuses = [
  ["happened", "it happened"],
  ["planned", "it was only planned"],
  ["uncertain", "it is not certain"],
  ["denied", "it is denied"],
  ["report", "the date is only that of the report"],
];
const ways = "Such as 3 May 1911, May 1911, about 1911, 1911?, 1911–1913, between 3 and 5 May 1911, spring 1911, 44 BC";
const readings = 3; // sentences shown beside the field

const line = (action, id, values = {}) => ({ table: "events", values: { action, id, ...values } });

// The sentences with the words of their dates, how these were read, and why.
const reading = (thing, sentences) => el("div", { class: "desk-reading" },
  ...sentences.slice(0, readings).map((one) => el("p", {}, one.text,
    one.words ? el("small", {}, `“${one.words}” was read as ${thing.date}: ${one.why}.`) : "")));
const dateField = (thing) => labelled("Date", input("date", thing.iso), ways);

// Where one sentence of several is meant.
const ofSentences = (thing) => {
  const others = thing.evidence.filter((one) => one.id !== thing.id).map((one) => [one.id, one.text]);
  const later = thing.evidence.slice(1).map((one) => [one.id, one.text]);
  if (!others.length) return [];
  const choose = (options) => labelled("Sentence", select("id", options));
  return [
    ["Another sentence says it better", () => choose(later), (f) => [line("prefer", f.id)]],
    ["Another event: split a sentence off", () => choose(others), (f) => [line("split", f.id)]],
    ["Another date in one sentence only", () => el("div", {}, choose(others), dateField(thing)),
      (f) => f.date && f.date !== thing.iso && [line("split", f.id), line("redate", f.id, { date: f.date })]],
    ["Leave one sentence out", () => choose(others), (f) => [line("hide", f.id)]],
  ];
};

export const eventActions = (thing) => {
  const on = (action, values = {}) => [line(action, thing.id, values)];
  const list = [
    ["Wrong date", () => el("div", {}, reading(thing, thing.evidence), dateField(thing)),
      (f) => f.date && f.date !== thing.iso && on("redate", { date: f.date })],
    ["Not an event", () => "", () => on("hide")],
    ["Happened, planned, uncertain or denied", () => labelled("What the sources say",
      select("into", statuses.filter(([name]) => name !== thing.status))), (f) => on("status", { into: f.into })],
    ["In your own words", () => labelled("What happened", input("text", thing.text)),
      (f) => f.text && f.text !== thing.text && on("rewrite", { text: f.text })],
  ];
  if (!thing.pinned) list.push(["A key date", () => "", () => on("pin")]);
  if (thing.same_day.length) {
    list.push(["Same event as", () => labelled("Event",
      select("into", thing.same_day.map((e) => [e.id, `${e.date}: ${e.name}`]))), (f) => on("merge", { into: f.into })]);
  }
  return [...list, ...ofSentences(thing)];
};
