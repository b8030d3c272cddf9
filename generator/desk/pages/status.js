// What was done is said at the foot of the page; it can be undone and redone.
import { show } from "./dialog.js";
import { button, el } from "./elements.js";
import { ask } from "./server.js";

// What a page of the desk does when the tables have changed, and its own keys.
export const page = { refresh: () => {}, keys: {} };

export const status = el("div", { id: "desk-status", role: "status" });
export const say = (words, { undo = false, keep = false } = {}) => {
  const close = () => {
    status.replaceChildren();
    sessionStorage.removeItem("desk-said");
  };
  status.replaceChildren(el("span", {}, words),
    undo ? button("Undo", () => takeBack(), { "aria-keyshortcuts": "u" }) : "",
    button("Close", close, { class: "quiet" }));
  if (keep) remember({ words, undo }, location.pathname);
  else sessionStorage.removeItem("desk-said");
};
// A page is loaded again when it has changed, and what was said on it stays until it is closed.
export const remember = (said, path) => sessionStorage.setItem("desk-said", JSON.stringify({ ...said, path }));
export const remembered = () => {
  const said = JSON.parse(sessionStorage.getItem("desk-said") || "null");
  return said?.path === location.pathname ? said : null;
};
// Where the page of something goes on that is gone from here: with its new name, or in the list.
const follow = (moved) => {
  const here = decodeURI(location.pathname).replace(/\.html$/, "").split("/").slice(1, 3);
  const id = here.join("/");
  if (!(id in moved)) return;
  const to = moved[id] ? `/${moved[id]}.html` : `/${here[0]}/index.html`;
  sessionStorage.setItem("desk-go", JSON.stringify({ from: location.pathname, to }));
};
export const written = (answer, undo = true) => {
  follow(answer.moved || {});
  const tables = [...new Set((answer.lines || []).map((line) => line.table))].join(", ");
  say(`${answer.summary || "Done."} Written to ${tables}. The rest of the site follows.`,
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
