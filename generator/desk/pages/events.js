// What can be done with an event.
import { input, labelled, select } from "./elements.js";

export const eventActions = (thing) => {
  const on = (action, values = {}, id = thing.id) => [{ table: "events", values: { action, id, ...values } }];
  const one = thing.evidence[0];
  const list = [
    ["Wrong date", () => labelled("Date", input("date", thing.iso),
      one?.words ? `Read as ${thing.date} from “${one.words}”: ${one.why}. Write 1911, 1911-05, 3 May 1911, 44 BC.` : ""),
    (f) => f.date && f.date !== thing.iso && on("redate", { date: f.date })],
    ["Not an event", () => "", () => on("hide")],
    ["In your own words", () => labelled("What happened", input("text", thing.text)),
      (f) => f.text && f.text !== thing.text && on("rewrite", { text: f.text })],
  ];
  if (!thing.pinned) list.push(["A key date", () => "", () => on("pin")]);
  if (thing.same_day.length) {
    list.push(["Same event as", () => labelled("Event",
      select("into", thing.same_day.map((e) => [e.id, `${e.date}: ${e.name}`]))), (f) => on("merge", { into: f.into })]);
  }
  const others = thing.evidence.filter((e) => e.id !== thing.id).map((e) => [e.id, e.text]);
  if (others.length) {
    list.push(["Another event: split a sentence off", () => labelled("Sentence", select("id", others)),
      (f) => on("split", {}, f.id)]);
    list.push(["Leave one sentence out", () => labelled("Sentence", select("id", others)),
      (f) => on("hide", {}, f.id)]);
  }
  return list;
};
