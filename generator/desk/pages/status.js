// What was done is said at the foot of the page; it can be undone and redone.
import { show } from "./dialog.js";
import { button, el } from "./elements.js";
import { ask } from "./server.js";

// What a page of the desk does when the tables have changed, and its own keys.
export const page = { refresh: () => {}, keys: {} };

export const status = el("div", { id: "desk-status", role: "status" });
export const say = (words, { undo = false, keep = false } = {}) => {
  status.replaceChildren(el("span", {}, words),
    undo ? button("Undo", () => takeBack(), { "aria-keyshortcuts": "u" }) : "",
    button("Close", () => status.replaceChildren(), { class: "quiet" }));
  if (keep) sessionStorage.setItem("desk-said", JSON.stringify({ words, undo }));
};
export const written = (answer, undo = true) => {
  const tables = [...new Set((answer.lines || []).map((line) => line.table))].join(", ");
  say(`${answer.summary || "Done."} Written to ${tables}. The pages follow when the site is built.`,
    { undo, keep: true });
};

export const versions = (answer, again) => {
  const box = el("div", { class: "conflict", role: "alert" },
    el("p", {}, answer.error),
    el("p", {}, "Yours:"), ...answer.yours.map((line) => el("pre", {}, line)),
    el("p", {}, "In the table now:"),
    ...(answer.theirs.length ? answer.theirs : ["nothing about this"]).map((line) => el("pre", {}, line)));
  if (again) box.append(button("Write mine, too", again));
  return box;
};
export const takeBack = async (line = {}) => {
  const answer = await ask("undo", line);
  if (answer.yours) show("Not undone", versions(answer));
  else if (answer.error) say(answer.error);
  else written({ ...answer, summary: "Taken back." }, false);
  if (!answer.error) page.refresh();
};
export const again = async () => {
  const answer = await ask("redo");
  if (answer.error) say(answer.error);
  else written({ ...answer, summary: "Done again." });
  if (!answer.error) page.refresh();
};
