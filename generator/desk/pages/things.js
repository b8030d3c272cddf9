// Opens what can be done with something.
import { evidence, show } from "./dialog.js";
import { button, el, labelled, select } from "./elements.js";
import { entity, entityActions } from "./entities.js";
import { eventActions } from "./events.js";
import { formFor } from "./form.js";
import { ask } from "./server.js";
import { sourceActions } from "./sources.js";
import { claimActions, figureActions } from "./statements.js";
import { say } from "./status.js";
import { withhold } from "./withhold.js";

const actionsFor = { entity: entityActions, event: eventActions, figure: figureActions, claim: claimActions, source: sourceActions };

const longest = 90; // characters of a name or a sentence in a title
const shortened = (words) => words.length > longest
  ? `${words.slice(0, longest).replace(/\s+\S*$/, "")}…` : words;

export const open = async (id) => {
  const answer = await ask("about", { id });
  if (!answer.thing) return say(answer.error || "The archive does not know this any more.");
  const thing = answer.thing;
  const isEntity = thing.kind === "entity";
  const head = isEntity ? `${thing.type}, ${thing.mentions} in ${thing.sources}` : thing.date;
  const facts = [...(thing.edits || []), thing.doubt || ""].filter(Boolean);
  const extra = el("div", {},
    facts.length ? el("p", {}, facts.join("; ")) : "",
    isEntity && thing.path ? el("p", {}, el("a", { href: `/${thing.path}` }, "Open the page")) : "",
    isEntity ? el("details", {}, el("summary", {}, "Spellings, and why they are one"),
      el("ul", {}, ...thing.spellings.map((s) => el("li", {}, `${s.name} (${s.mentions}) – ${s.why}`)))) : "",
    thing.kind === "source" ? "" : evidence(thing));
  const title = [shortened(thing.name), head].filter(Boolean).join(" – ");
  return formFor(title, actionsFor[thing.kind](thing), extra);
};

// What a sentence gives, and what of it is to be withheld. `words`: of the sentence, where they are known.
export const openSentence = async (document, anchor, words = "") => {
  const { things = [], error } = await ask("sentence", { document, anchor });
  if (things.length === 1 && !words) return open(things[0].id);
  if (!things.length && !words) return say(error || "No event, figure or claim was found in this sentence.");
  const choices = things.map((one) => button(one.label, () => open(one.id)));
  if (words) choices.push(button("Withhold words of it", () => withhold(words, document)));
  show("What is wrong?", el("ul", { class: "choices" }, ...choices.map((one) => el("li", {}, one))));
  return choices[0].focus();
};

// Several names that are one.
export const join = async (ids) => {
  const things = (await Promise.all(ids.map((id) => ask("about", { id })))).map((a) => a.thing).filter(Boolean);
  const names = things.map((t) => ({ id: t.id, name: t.name, type: t.type, mentions: t.mentions }));
  formFor(`These ${names.length} are one`, [["One", () => labelled("Name that stays",
    select("into", names.map((n) => [n.id, `${n.name} (${n.type}, ${n.mentions})`]))),
  (f) => names.filter((n) => n.id !== f.into).map((n) => entity("merge", { name: n.id, into: f.into }))]]);
};
