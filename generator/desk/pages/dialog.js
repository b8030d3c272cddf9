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

// The page of a source as it was printed.
const printed = (one) => one.pictures.length ? el("details", { class: "printed" },
  el("summary", {}, `Show ${one.pages}`),
  ...one.pictures.map((p) => el("img", { src: `/${p.path}`, width: p.width, height: p.height, loading: "lazy", alt: `${one.pages} of ${one.title}` }))) : "";

export const evidence = (thing) => {
  const rows = thing.evidence.map((one) => el("li", { class: "sentence", tabindex: "-1" },
    el("a", { href: `/${one.path}` }, one.text),
    el("small", {}, [one.title, one.date, one.pages, one.words ? `“${one.words}”: ${one.why}` : ""].filter(Boolean).join(" · ")),
    printed(one)));
  return el("details", { open: true }, el("summary", { "aria-keyshortcuts": "j k" }, "Sentences"), el("ol", {}, ...rows));
};

// From one sentence to the next (1) or the one before (-1), with its page.
export const step = (by) => {
  const all = [...(dialog.open ? dialog : document).querySelectorAll("li.sentence")].filter((one) => one.checkVisibility());
  const at = all.indexOf(document.activeElement?.closest("li.sentence"));
  const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by];
  if (!next) return;
  for (const page of document.querySelectorAll("details.printed")) page.open = next.contains(page);
  next.focus();
};
