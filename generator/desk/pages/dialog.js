// The dialog, and the sentences on which something rests.
import { button, el } from "./elements.js";

export const dialog = el("dialog", { id: "desk-dialog", "aria-labelledby": "desk-title" });
export const show = (title, ...children) => {
  dialog.replaceChildren(
    el("header", {}, el("h2", { id: "desk-title" }, title),
      button("Close", () => dialog.close(), { class: "quiet" })),
    ...children);
  if (!dialog.open) dialog.showModal();
};

export const evidence = (thing) => {
  const rows = thing.evidence.map((one) => el("li", {},
    el("a", { href: `/${one.path}` }, one.text),
    el("small", {}, [one.title, one.date, one.words ? `“${one.words}”: ${one.why}` : ""].filter(Boolean).join(" · "))));
  return el("details", { open: true }, el("summary", {}, "Sentences"), el("ol", {}, ...rows));
};
