// A box in which one searches for a name, and chooses one of those found.
import { el, input, labelled } from "./elements.js";
import { ask } from "./server.js";

const wait = 250; // milliseconds after a key before the server is asked

export const chooser = (name, first = []) => {
  const found = el("div", { class: "found", role: "radiogroup", "aria-label": "Names found" });
  const list = (names) => found.replaceChildren(...names.map((one, number) => el("label", {},
    el("input", { type: "radio", name, value: one.id, checked: first.length === 1 && number === 0 }),
    el("span", {}, el("strong", {}, one.name), ` ${one.type}, ${one.mentions}${one.why ? ` – ${one.why}` : ""}`))));
  list(first);
  let timer = 0;
  const box = input("query", "", {
    type: "search",
    input: () => {
      clearTimeout(timer);
      timer = setTimeout(async () => {
        list((await ask("names", { query: box.value })).names || []);
        // What was chosen is not offered any more: nothing may be written before the next choice.
        found.dispatchEvent(new Event("change", { bubbles: true }));
      }, wait);
    },
  });
  return el("div", {}, labelled("Name", box), found);
};

// A box for any name, which offers those of the archive.
export const named = (label, name, value) => {
  const offered = el("datalist", { id: "desk-names" });
  let timer = 0;
  const box = input(name, value, {
    list: "desk-names",
    input: () => {
      clearTimeout(timer);
      timer = setTimeout(async () => {
        const { names = [] } = await ask("names", { query: box.value });
        offered.replaceChildren(...names.map((one) => el("option", { value: one.name }, `${one.type}, ${one.mentions}`)));
      }, wait);
    },
  });
  return el("div", {}, labelled(label, box, "A name of the archive, or any other words"), offered);
};
