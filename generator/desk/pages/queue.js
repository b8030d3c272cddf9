// The queue: what needs a decision; and what a second editor decides without seeing the first one's answers.
import { dialog, evidence, show } from "./dialog.js";
import { button, el, input, labelled } from "./elements.js";
import { ask } from "./server.js";
import { page, say } from "./status.js";
import { open } from "./things.js";

// One question after another. `next`, `write`: what the server is asked; `otherwise`: does something else.
const asking = (main, next, write, otherwise) => {
  let item;
  const progress = el("p", { id: "desk-progress", role: "status" });
  const card = el("section", { class: "card", tabindex: "-1", "aria-label": "Question" });
  const decide = async (answer, choice = "", note = "") => {
    if (!item) return;
    const result = await ask(write, { what: item.what, key: item.key, answer, choice, note });
    if (result.error) say(result.error);
    else say(`${item.name.replace(/\.$/, "")}: ${note || answer}. ${result.summary}`, { undo: true });
    await load();
  };
  const draw = async () => {
    const now = item;
    page.keys = {};
    if (!now) {
      card.replaceChildren(el("h2", {}, "Nothing left to decide"));
      return;
    }
    const other = () => now.type && otherwise(now, decide);
    const choices = now.yes.map((label, number) => button(
      number ? label : `${label} (y)`, () => decide("yes", label), { class: "yes" }));
    card.replaceChildren(el("p", { class: "kicker" }, now.what), el("h2", {}, now.name),
      el("p", {}, now.detail, now.source ? el("br", {}) : "", now.source ? el("a", { href: `/${now.source}` }, "Open the source") : ""),
      el("p", { class: "effect" }, now.effect),
      el("p", { class: "buttons" }, ...choices,
        button(`${now.no} (n)`, () => decide("no")), button("Later (l)", () => decide("later")),
        now.type ? button(`${now.yes.length ? "Something else" : "Settle it"} … (e)`, other,
          { class: now.yes.length ? "quiet" : "yes" }) : ""));
    page.keys = { n: () => decide("no"), l: () => decide("later"), e: other };
    if (now.yes.length) page.keys.y = () => decide("yes", now.yes[0]);
    for (const id of [now.subject, ...now.others]) {
      const thing = now.things ? now.things[id] : (await ask("about", { id })).thing;
      if (item !== now) return;
      if (thing) card.append(el("h3", {}, thing.name), evidence(thing));
    }
  };
  const load = async () => {
    const answer = await ask(next);
    progress.textContent = answer.error || answer.progress;
    item = (answer.items || [])[0];
    if (answer.error) card.replaceChildren();
    else await draw();
    if (answer.error) setTimeout(load, 2000);
  };
  main.append(progress, card);
  page.refresh = load;
  load();
};

export const queuePage = (main) => asking(main, "queue", "decide", (item) => open(item.subject));

// Something else is said in words: what it does would have to be shown on the site.
const inWords = (item, decide) => {
  const words = input("words", "", { maxlength: 300, required: true });
  const write = (event) => {
    event.preventDefault();
    dialog.close();
    decide("else", "", words.value.trim());
  };
  show(item.name.slice(0, 90), el("form", { submit: write },
    labelled("What it really is", words, "In a few words; it will be compared by eye"),
    el("p", { class: "buttons" }, el("button", { type: "submit" }, "Write it"),
      button("Cancel", () => dialog.close(), { class: "quiet" }))));
  words.focus();
};
export const secondPage = (main) => {
  main.append(el("p", {}, "These questions have been decided by another editor. Answer them without looking; the site stays as it is. ",
    el("a", { href: "/.desk/differences" }, "Differences"), " shows afterwards where you disagree."));
  asking(main, "second", "answer", inWords);
};
