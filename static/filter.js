// A box that leaves only the entries of a long list that have some letters; accents do not matter.
"use strict";

{
  const box = document.getElementById("filter");
  const fold = (text) => text.normalize("NFD").replace(/\p{M}+/gu, "").toLowerCase();
  const LISTS = ".entities tbody tr, .source-list > li, .facet > li, .holders > li, .sayings > li";
  const MANY = 20; // entries that are worth it
  // The names of names and sources, of subjects all but the number, of claims every word.
  const entries = [...document.querySelectorAll(LISTS)].map((entry) => {
    const name = entry.querySelector("th, .what") ?? entry;
    return { entry, words: fold(name.textContent) };
  });
  if (box && entries.length >= MANY) {
    const status = box.parentElement.querySelector("[role=status]");
    box.parentElement.hidden = false;
    box.addEventListener("input", () => {
      const asked = fold(box.value).split(/\s+/).filter(Boolean);
      let left = 0;
      for (const { entry, words } of entries) {
        entry.hidden = !asked.every((word) => words.includes(word));
        left += entry.hidden ? 0 : 1;
      }
      status.textContent = left ? (asked.length ? `${left} / ${entries.length}` : "") : status.dataset.none;
    });
  }
}
