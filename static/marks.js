// Maps and time charts: each is one stop of the Tab key, with the arrow keys from mark to mark. On
// touch the first tap says what a mark is, and the second follows it; a finger that slides along a
// chart reads its bars. Without this script every mark is a link.
"use strict";

{
  const REACH = 24; // pixels within which a tap beside a mark means it
  const note = document.createElement("div");
  note.className = "preview";
  note.hidden = true;
  document.querySelector("main").append(note);
  let shown = null;
  let touched = false;

  const hide = () => {
    shown = null;
    note.hidden = true;
  };
  const middle = (mark) => {
    const box = mark.getBoundingClientRect();
    return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  };
  const place = (mark) => {
    const box = mark.getBoundingClientRect();
    const drawing = mark.closest("svg.map") ? box : mark.ownerSVGElement.getBoundingClientRect();
    const width = document.documentElement.clientWidth;
    const left = Math.min(middle(mark).x - note.offsetWidth / 2, width - note.offsetWidth - 8);
    const above = drawing.top > note.offsetHeight + 12;
    const top = above ? drawing.top - note.offsetHeight - 6 : drawing.bottom + 6;
    note.style.left = `${Math.max(8, left) + window.scrollX}px`;
    note.style.top = `${top + window.scrollY}px`;
  };
  const show = (mark) => {
    if (!mark || shown === mark) return;
    const words = document.createElement("span");
    words.textContent = mark.querySelector("title").textContent;
    note.replaceChildren(words);
    if (touched && mark instanceof SVGAElement) {
      const open = document.createElement("a");
      open.href = mark.href.baseVal;
      open.textContent = gettext("Open the page");
      note.append(open);
    }
    note.hidden = false;
    shown = mark;
    place(mark);
  };

  // The next mark in a direction: near in it, and not far aside.
  const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const next = (marks, from, [right, down]) => {
    const at = middle(from);
    let best = null;
    let least = Infinity;
    for (const mark of marks) {
      const to = middle(mark);
      const along = (to.x - at.x) * right + (to.y - at.y) * down;
      const aside = Math.abs((to.x - at.x) * down + (to.y - at.y) * right);
      if (mark !== from && along > 0.5 && along + 2 * aside < least) {
        best = mark;
        least = along + 2 * aside;
      }
    }
    return best;
  };

  const enhance = (drawing) => {
    const isMap = drawing.matches(".map");
    const seen = (mark) => mark.getClientRects().length > 0;
    const marks = () => [...drawing.querySelectorAll("a, :not(a) > rect:has(title)")].filter(seen);
    const links = () => marks().filter((mark) => mark instanceof SVGAElement);
    const stop = (mark) => {
      for (const other of drawing.querySelectorAll("a")) other.tabIndex = other === mark ? 0 : -1;
    };
    stop(links()[0]);

    drawing.addEventListener("focusin", (event) => {
      const mark = event.target.closest("a");
      stop(mark);
      show(mark);
    });
    drawing.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const from = event.target.closest("a");
      const all = links();
      const step = STEPS[event.key];
      let mark = null;
      if (step && (isMap || step[0])) mark = next(all, from, step);
      if (event.key === "Home") mark = all[0];
      if (event.key === "End") mark = all.at(-1);
      if (!mark) return;
      event.preventDefault();
      mark.focus();
    });

    const nearest = ({ clientX, clientY }) => {
      let best = null;
      let least = REACH;
      for (const mark of marks()) {
        const to = middle(mark);
        const away = isMap ? Math.hypot(to.x - clientX, to.y - clientY) : Math.abs(to.x - clientX);
        if (away < least) {
          best = mark;
          least = away;
        }
      }
      return best;
    };
    let before = null;
    drawing.addEventListener("pointerdown", (event) => {
      touched = event.pointerType === "touch";
      before = shown;
    });
    drawing.addEventListener("pointermove", (event) => {
      if (event.pointerType === "touch" && !isMap) show(nearest(event));
    });
    drawing.addEventListener("click", (event) => {
      // A key that follows a link is a click without a pointer (its detail is 0).
      if (!touched || !event.detail) return;
      const mark = nearest(event);
      if (mark && mark === before && mark.contains(event.target)) return;
      event.preventDefault();
      hide();
      show(mark);
    });
  };

  for (const drawing of document.querySelectorAll(".histogram svg, svg.map")) {
    if (drawing.querySelector("title")) enhance(drawing);
  }
  document.addEventListener("focusin", (event) => {
    if (!note.contains(event.target) && !event.target.closest("svg")) hide();
  });
  document.addEventListener("click", (event) => {
    if (!note.contains(event.target) && !event.target.closest(".histogram svg, svg.map")) hide();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
}
