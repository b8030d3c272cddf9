// What can be done with a person, an organisation or a place.
import { chooser } from "./chooser.js";
import { boxes, el, input, labelled, select } from "./elements.js";
import { positionField } from "./map.js";

const types = ["person", "organisation", "place"];

export const entity = (action, values) => ({ table: "entities", values: { action, ...values } });
export const entityActions = (thing) => {
  const on = (action, into) => [entity(action, { name: thing.id, into })];
  const list = [
    ["Same as another", () => chooser("into", thing.maybe), (f) => f.into && on("merge", f.into)],
    ["Another name", () => labelled("Name", input("into", thing.name)),
      (f) => f.into && f.into !== thing.name && on("rename", f.into)],
    ["Not a name, or not worth a page", () => "", () => on("hide", "")],
    ["Another type", () => labelled("Type", select("into", types.filter((t) => t !== thing.type).map((t) => [t, t]))),
      (f) => on("retype", f.into)],
    ["Somebody or something else in some sources",
      () => el("div", {}, labelled("Name of the other", input("name")),
        boxes("sources", thing.documents.map((d) => [d.id, `${d.title}, ${d.date}, ${d.mentions}`]))),
      (f) => f.name && f.sources?.length &&
        [entity("split", { name: f.name, into: thing.id, sources: f.sources.join("; ") })]],
    ["A further spelling", () => labelled("Spelling", input("name")),
      (f) => f.name && [entity("alias", { name: f.name, into: thing.id })]],
    ["Its Wikidata id", () => labelled("Id", input("into", thing.wikidata, { placeholder: "Q42" })),
      (f) => f.into && on("wikidata", f.into)],
    ["Withhold the name everywhere", () => labelled("Shown in its place", input("into", "[name withheld]")),
      (f) => f.into && on("redact", f.into)],
  ];
  if (thing.spellings.length > 1) {
    list.splice(5, 0, ["One spelling is somebody or something else",
      () => labelled("Spelling", select("name", thing.spellings.map((s) => [s.name, `${s.name} (${s.mentions})`]))),
      (f) => [entity("split", { name: f.name, into: thing.id })]]);
  }
  if (thing.maybe.length) {
    list.splice(1, 0, ["Not the same as",
      () => chooser("into", thing.maybe), (f) => f.into && on("distinct", f.into)]);
  }
  if (thing.type === "place") {
    list.splice(3, 0, ["Where it is", () => positionField(thing.place, thing.place_why),
    (f) => f.into && f.into !== thing.place && on("locate", f.into)]);
  }
  return list;
};
