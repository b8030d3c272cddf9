// Small conveniences on every page; everything works without them.
"use strict";

// Words in the reader's language: those of the scripts are English, and a page in another language
// brings its own. What stands in braces is filled in.
const translations = JSON.parse(document.getElementById("words")?.textContent ?? "{}");
const gettext = (text, values = {}) =>
  (translations[text]?.one ?? translations[text] ?? text).replace(/\{(\w+)\}/g, (gap, name) => values[name] ?? gap);

// Clicking a sentence puts its link into the address bar, to be copied.
document.addEventListener("click", (event) => {
  const target = event.target;
  if (!(target instanceof Element) || target.closest("a")) return;
  const sentence = target.closest(".s");
  if (!sentence || String(window.getSelection())) return;
  // A row of a table is one sentence; its first cell has the address.
  window.location.hash = sentence.id || sentence.closest("tr")?.querySelector(".s[id]")?.id || "";
});

// "/" goes to the search box, except while typing in a field.
document.addEventListener("keydown", (event) => {
  const target = event.target;
  const typing = target instanceof Element && target.closest("input, textarea, select");
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const box = document.getElementById("q") || document.getElementById("find");
  if (!box || !box.offsetParent) return;
  event.preventDefault();
  box.focus();
  box.select();
});

// Where the menu scrolls, on phones, its current entry comes into view.
{
  const current = document.querySelector(".masthead nav [aria-current]");
  const list = current?.closest("ul");
  const start = (element) => element.getBoundingClientRect().left;
  if (list) list.scrollLeft += start(current) - start(list) - list.clientWidth / 3;
}

// An event can move to a page of its year, month or day, or to another one of years with few events,
// when an archive grows. Its anchor begins with its date, so an old link is led on.
{
  const wanted = window.location.hash.slice(1);
  const date = wanted.match(/^e(-?\d{4}(?:-\d\d)?(?:-\d\d)?)/)?.[1];
  if (date && !document.getElementById(wanted)) {
    const pages = [...document.querySelectorAll(".jumps a")].map((link) => link.href);
    const name = (page) =>
      page.match(/\/(-?\d{4}(?:-\d\d){0,2})\.html$|\/years(?:\/\d+)?\.html#on-(-?\d{4})/)?.slice(1).find(Boolean);
    const next = pages.find((page) => name(page) && date.startsWith(name(page)));
    if (next) window.location.replace(`${next.split("#")[0]}#${wanted}`);
  }
}

// Search does not work on pages opened from a folder; the search page says so.
if (window.location.protocol === "file:") {
  const note = document.getElementById("from-folder");
  if (note) note.hidden = false;
}

// On a source opened from the search results, mark the words found.
{
  const withoutMarks = (text) => text.replace(/\p{M}+/gu, "");
  const fold = (text) => withoutMarks(withoutMarks(text).normalize("NFD")).toLowerCase();
  const asked = new URLSearchParams(window.location.search).get("mark") || "";
  const words = new Set(asked.split(" ").filter(Boolean).slice(0, 20));
  const body = document.querySelector(".source .body");
  if (body && words.size) {
    const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    for (const node of nodes) {
      const parts = node.data.split(/([\p{L}\p{N}]+(?:[-'’.&][\p{L}\p{N}]+)*)/u);
      if (!parts.some((part) => words.has(fold(part)))) continue;
      node.replaceWith(
        ...parts.map((part) => {
          if (!words.has(fold(part))) return part;
          const mark = document.createElement("mark");
          mark.textContent = part;
          return mark;
        }),
      );
    }
  }
}
