// A click on a sentence puts its address into the address bar, to be copied. Nothing else needs
// this script, and nothing breaks without it.
"use strict";

document.addEventListener("click", (event) => {
  const target = event.target;
  if (!(target instanceof Element) || target.closest("a")) return;
  const sentence = target.closest(".s");
  if (!sentence || String(window.getSelection())) return;
  window.location.hash = sentence.id;
});
