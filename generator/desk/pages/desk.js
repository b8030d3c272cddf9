// The editors' desk in the preview. It is part of the preview server only, never of a published
// site. What an action will do is said by the server.
import { differencesPage } from "./differences.js";
import { dialog, step } from "./dialog.js";
import { historyPage } from "./history.js";
import { queuePage, secondPage } from "./queue.js";
import { bar, isOn, toggle } from "./site.js";
import { again, page, remember, remembered, say, status, takeBack } from "./status.js";

const own = document.body.dataset.desk; // the name of a page of the desk, or nothing on a page of the site
const pages = { queue: queuePage, second: secondPage, differences: differencesPage, history: historyPage };

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const writing = event.target.closest?.("input:not([type=checkbox], [type=radio]), textarea, [contenteditable]");
  const by = { j: 1, k: -1 }[event.key];
  if (by && !writing && document.querySelector("li.sentence")) {
    event.preventDefault();
    step(by);
    return;
  }
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (typing || dialog.open) return;
  const usual = own || isOn() ? { u: () => takeBack(), r: again } : {};
  const act = { ...usual, ...(own ? {} : { e: () => toggle(!isOn()) }), ...page.keys }[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});

// A page whose name was merged or hidden is gone: follow the name.
const follow = (said) => {
  const gone = JSON.parse(sessionStorage.getItem("desk-go") || "null");
  const loaded = performance.getEntriesByType("navigation")[0];
  if (!gone || gone.from !== location.pathname || loaded?.responseStatus !== 404) return;
  sessionStorage.removeItem("desk-go");
  if (said) remember(said, new URL(gone.to, location.href).pathname);
  location.replace(gone.to);
};

document.body.append(dialog, status);
const said = remembered();
if (said) say(said.words, { undo: said.undo, keep: true });
if (own) {
  pages[own](document.querySelector("main"));
} else {
  document.body.append(bar);
  toggle(isOn());
  follow(said);
}
