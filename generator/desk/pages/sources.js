// What can be done with a source.
import { input, labelled } from "./elements.js";

const amounts = [
  ["full", "Publish all of it"],
  ["quotes", "Publish only what is quoted"],
  ["record", "Publish only its title, date and link"],
  ["none", "Do not publish it"],
];

export const sourceActions = (thing) => {
  const on = (action, value) => [{ table: "sources", values: { action, source: thing.id, value } }];
  const list = amounts.filter(([name]) => name !== (thing.publish || "full"))
    .map(([name, label]) => [label, () => "", () => on("publish", name)]);
  if (thing.others) return list;
  return [["Another date", () => labelled("Date", input("date", thing.iso), "Such as 3 May 1911, 1911-05 or 1911"),
    (f) => f.date && f.date !== thing.iso && on("date", f.date)], ...list];
};
