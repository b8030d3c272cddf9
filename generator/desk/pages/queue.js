// The queue: what needs a decision.
import { evidence } from "./dialog.js";
import { button, el } from "./elements.js";
import { ask } from "./server.js";
import { page, say } from "./status.js";
import { open } from "./things.js";

export const queuePage = (main) => {
  let items = [], at = 0;
  const progress = el("p", { id: "desk-progress", role: "status" });
  const card = el("section", { class: "card", tabindex: "-1", "aria-label": "Question" });
  const decide = async (answer, choice = "") => {
    const item = items[at];
    if (!item) return;
    const result = await ask("decide", { what: item.what, key: item.key, answer, choice });
    if (result.error) say(result.error);
    else say(`${item.name.replace(/\.$/, "")}: ${answer}. ${result.summary}`, { undo: true });
    await load();
  };
  const draw = async () => {
    const item = items[at];
    page.keys = {};
    if (!item) {
      card.replaceChildren(el("h2", {}, "Nothing left to decide"));
      return;
    }
    const choices = item.yes.map((label, number) => button(
      number ? label : `${label} (y)`, () => decide("yes", label), { class: "yes" }));
    card.replaceChildren(el("p", { class: "kicker" }, item.what), el("h2", {}, item.name),
      el("p", {}, item.detail, item.source ? el("br", {}) : "", item.source ? el("a", { href: `/${item.source}` }, "Open the source") : ""),
      el("p", { class: "effect" }, item.effect),
      el("p", { class: "buttons" }, ...choices,
        button(`${item.no} (n)`, () => decide("no")), button("Later (l)", () => decide("later")),
        item.type ? button(`${item.yes.length ? "Something else" : "Settle it"} … (e)`, () => open(item.subject),
          { class: item.yes.length ? "quiet" : "yes" }) : ""));
    page.keys = { n: () => decide("no"), l: () => decide("later"), e: () => item.type && open(item.subject) };
    if (item.yes.length) page.keys.y = () => decide("yes", item.yes[0]);
    for (const id of [item.subject, ...item.others]) {
      const { thing } = await ask("about", { id });
      if (items[at] !== item) return;
      if (thing) card.append(el("h3", {}, thing.name), evidence(thing));
    }
  };
  const load = async () => {
    const answer = await ask("queue");
    progress.textContent = answer.error || answer.progress;
    items = answer.items || [];
    at = 0;
    await draw();
    if (answer.error) setTimeout(load, 2000);
  };
  main.append(progress, card);
  page.refresh = load;
  load();
};
