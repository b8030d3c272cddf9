// A box that leaves only the entries of a list that have some letters; accents do not matter.
"use strict";

{
  const box = document.getElementById("filter");
  const fold = (text) => text.normalize("NFD").replace(/\p{M}+/gu, "").toLowerCase();
  const entries = [...document.querySelectorAll(".entities tbody tr, .source-list > li")].map(
    (entry) => ({ entry, words: fold(entry.querySelector("th, .what").textContent) }),
  );
  if (box) {
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
