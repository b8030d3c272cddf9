// The pages of the site: what can be edited there.
import { button, el } from "./elements.js";
import { again, takeBack } from "./status.js";
import { join, open, openSentence } from "./things.js";
import { withhold } from "./withhold.js";

const folders = /\/((?:people|organisations|places)\/[^/]+?)(?:\/[^/]+)?\.html$/;
const lists = /\/(?:people|organisations|places)\/(?:index|by\/[^/]+)\.html$|\/(?:people|organisations|places)\/$/;

const sentences = /\/sources\/([^/]+)\.html(?:\?cite)?#(s[^/]*)$/;

const idOf = (address) => {
  const path = new URL(address, location.href).pathname;
  const found = lists.test(path) ? null : folders.exec(path);
  return found ? decodeURIComponent(found[1]) : "";
};
const editButton = (id, what) => button("Edit", () => open(id), { class: "desk-edit", "aria-label": `Edit ${what}` });
export const bar = el("div", { id: "desk-bar", role: "toolbar", "aria-label": "Desk" });
export const isOn = () => sessionStorage.getItem("desk-on") === "yes";

// Figures and claims have their id in lists of them; elsewhere their sentence leads to them.
const addToStatements = () => {
  for (const one of document.querySelectorAll("main :is(tr, li):is([id^='f-'], [id^='c-'])")) {
    const [what, place] = one.id.startsWith("f-") ? ["figure", "td"] : ["claim", ".holder"];
    one.querySelector(place)?.append(editButton(one.id, `this ${what}`));
  }
  for (const link of document.querySelectorAll("main li:not([id]) > .credit > a.cite")) {
    const found = sentences.exec(link.href);
    if (found) link.after(sentenceButton(...found.slice(1)));
  }
  markSentence();
};
const sentenceButton = (source, anchor, words) => button("Edit", () => openSentence(decodeURIComponent(source), anchor, words),
  { class: "desk-edit", "aria-label": "Edit what this sentence gives" });
const plain = (text) => text.replace(/\s+/g, " ").trim();
// On the page of a source the sentence that was chosen, by a click or by a link, can be edited.
const markSentence = () => {
  const here = /\/sources\/([^/]+)\.html$/.exec(location.pathname);
  document.querySelector("main .desk-sentence")?.remove();
  const one = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!here || !isOn() || !one?.matches(".s[id]")) return;
  const made = sentenceButton(here[1], one.id, plain(one.textContent));
  made.classList.add("desk-sentence");
  one.after(made);
};

const addButtons = () => {
  const heading = document.querySelector("main h1");
  const id = idOf(location.href);
  if (heading && id) heading.after(editButton(id, "this entry"));
  const source = document.querySelector("main article.source") && /\/(sources\/[^/]+)\.html$/.exec(location.pathname);
  if (heading && source) heading.after(editButton(decodeURIComponent(source[1]), "this source"));
  for (const event of document.querySelectorAll("main article.event[id]")) {
    event.querySelector(".day")?.append(editButton(event.id, "this event"));
  }
  for (const link of document.querySelectorAll("main li.event > .day a[href*='#e']")) {
    link.after(editButton(link.hash.slice(1), "this event"));
  }
  addToStatements();
  if (!lists.test(location.pathname)) return;
  const chosen = new Set();
  const joined = button("", () => join([...chosen]), { class: "desk-join", hidden: true });
  bar.append(joined);
  for (const link of document.querySelectorAll("main :is(th, li) a[href]")) {
    const one = idOf(link.href);
    if (!one || link.closest("nav") || link.parentElement.querySelector(".desk-box")) continue;
    const box = el("input", { type: "checkbox", class: "desk-box", "aria-label": `Choose ${link.textContent.trim()}` });
    box.addEventListener("change", () => {
      if (box.checked) chosen.add(one);
      else chosen.delete(one);
      joined.hidden = chosen.size < 2;
      joined.textContent = `These ${chosen.size} are one …`;
    });
    link.before(box);
  }
};
const removeButtons = () => {
  for (const made of document.querySelectorAll(".desk-edit, .desk-box, .desk-join")) made.remove();
};
export const toggle = (on) => {
  sessionStorage.setItem("desk-on", on ? "yes" : "");
  document.documentElement.classList.toggle("desk-on", on);
  removeButtons();
  bar.replaceChildren(button("Edit", () => toggle(!isOn()), { "aria-pressed": String(on), "aria-keyshortcuts": "e" }),
    ...(on ? [
      el("a", { href: "/.desk/queue" }, "Queue"),
      el("a", { href: "/.desk/history" }, "History"),
      button("Undo", () => takeBack(), { "aria-keyshortcuts": "u" }),
      button("Redo", again, { "aria-keyshortcuts": "r" }),
    ] : []));
  if (on) addButtons();
};

// A name in a text opens the desk; its page is one link further.
document.addEventListener("click", (event) => {
  const link = isOn() && event.target.closest?.("main a.mention");
  const id = link ? idOf(link.href) : "";
  if (!id || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  event.stopPropagation();
  open(id);
}, true);

addEventListener("hashchange", markSentence);

// Words that are selected in the text of a source can be withheld.
const chosenWords = button("", () => withhold(chosenWords.value, decodeURIComponent(chosenWords.name)),
  { mousedown: (event) => event.preventDefault() }); // which would take the selection away
document.addEventListener("selectionchange", () => {
  const here = /\/sources\/([^/]+)\.html$/.exec(location.pathname);
  const selection = getSelection();
  const words = plain(selection.toString());
  const inside = selection.anchorNode?.parentElement?.closest("main .body");
  if (!here || !isOn() || !inside || words.length < 2 || document.querySelector("dialog[open]")) return chosenWords.remove();
  chosenWords.name = here[1];
  chosenWords.value = words;
  chosenWords.textContent = `Withhold “${words.length > 30 ? `${words.slice(0, 30)}…` : words}”`;
  return bar.prepend(chosenWords);
});
