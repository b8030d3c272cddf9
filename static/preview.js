// A few facts about a name in the text, on hover, focus or tap. They are in the page already, in a
// <template> beside the list of names; without this script the name is a plain link.
"use strict";

{
  const card = document.createElement("div");
  card.className = "preview";
  card.id = "preview";
  card.setAttribute("role", "tooltip");
  card.hidden = true;
  document.querySelector("main").append(card);

  let shown = null;
  let touched = false;
  let timer = 0;

  const hide = () => {
    window.clearTimeout(timer);
    if (shown) shown.removeAttribute("aria-describedby");
    shown = null;
    card.hidden = true;
  };

  const place = (link) => {
    const box = link.getClientRects()[0];
    const width = document.documentElement.clientWidth;
    const left = Math.min(box.left, width - card.offsetWidth - 8);
    const above = box.top > card.offsetHeight + 12;
    const top = above ? box.top - card.offsetHeight - 6 : box.bottom + 6;
    card.style.left = `${Math.max(8, left) + window.scrollX}px`;
    card.style.top = `${top + window.scrollY}px`;
  };

  const show = (link) => {
    const facts = document.getElementById(link.dataset.preview);
    if (!facts || shown === link) return;
    hide();
    card.replaceChildren(facts.content.cloneNode(true));
    if (touched) {
      const open = document.createElement("a");
      open.href = link.href;
      open.textContent = gettext("Open the page");
      card.append(open);
    }
    card.hidden = false;
    shown = link;
    link.setAttribute("aria-describedby", "preview");
    place(link);
  };

  const linkOf = (event) =>
    event.target instanceof Element ? event.target.closest("a[data-preview]") : null;
  const later = (act, delay) => {
    window.clearTimeout(timer);
    timer = window.setTimeout(act, delay);
  };

  document.addEventListener("pointerover", (event) => {
    const link = linkOf(event);
    if (event.pointerType === "touch") return;
    touched = false;
    if (link) later(() => show(link), 150);
    else if (card.contains(event.target)) window.clearTimeout(timer);
    else later(hide, 250);
  });
  document.addEventListener("focusin", (event) => {
    const link = linkOf(event);
    if (link) show(link);
    else if (!card.contains(event.target)) hide();
  });
  // The first tap shows the facts, the second follows the link.
  let before = null;
  document.addEventListener("pointerdown", (event) => {
    touched = event.pointerType === "touch";
    before = shown;
  });
  document.addEventListener("click", (event) => {
    const link = linkOf(event);
    // A key that follows a link is a click without a pointer (its detail is 0).
    if (touched && event.detail && link && before !== link) {
      event.preventDefault();
      show(link);
    } else if (!link && !card.contains(event.target)) hide();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
}
