// The graph of connections: moved, zoomed, and drawn around a name that a reader chooses. Without
// this script it is the same drawing, as links.
"use strict";

{
  const region = document.querySelector(".graph");
  const tools = document.querySelector(".graph-tools");
  const choice = document.getElementById("around");
  const SVG = "http://www.w3.org/2000/svg";
  const MOST = 8; // times as large as the whole
  const LONGEST = { wide: 24, narrow: 13 }; // letters of a label around a name
  const ASIDE = { wide: 0.27, narrow: 0.16 }; // from the middle to the sides, of the width
  const whole = [...region.children].map((svg) => ({ svg, inside: [...svg.childNodes] }));

  // The window on a drawing: its part that is seen.
  const full = (svg) => ["0", "0", svg.dataset.width, svg.dataset.height].map(Number);
  const seen = (svg) => svg.getAttribute("viewBox").split(" ").map(Number);
  const shown = () => whole.map(({ svg }) => svg).find((svg) => svg.getClientRects().length);
  for (const { svg } of whole) [, , svg.dataset.width, svg.dataset.height] = seen(svg);

  const look = (svg, x, y, width) => {
    const [, , wide, high] = full(svg);
    const across = Math.min(Math.max(width, wide / MOST), wide);
    const down = (across * high) / wide;
    const left = Math.min(Math.max(x, 0), wide - across);
    const top = Math.min(Math.max(y, 0), high - down);
    svg.setAttribute("viewBox", [left, top, across, down].map((n) => n.toFixed(1)).join(" "));
    region.classList.toggle("closer", across < wide - 1);
  };
  // `px`, `py`: the point that stays where it is, as shares of the drawing.
  const zoom = (factor, px = 0.5, py = 0.5) => {
    const svg = shown();
    const [x, y, width, height] = seen(svg);
    const next = factor ? width / factor : full(svg)[2];
    const [, , wide] = full(svg);
    const kept = Math.min(Math.max(next, wide / MOST), wide) / width;
    look(svg, x + px * width * (1 - kept), y + py * height * (1 - kept), width * kept);
  };
  const move = (dx, dy) => {
    const svg = shown();
    const [x, y, width, height] = seen(svg);
    look(svg, x + dx * width, y + dy * height, width);
  };

  for (const button of tools.querySelectorAll("button")) {
    button.addEventListener("click", () => zoom(Number(button.dataset.zoom)));
  }
  const KEYS = {
    ArrowLeft: () => move(-0.15, 0),
    ArrowRight: () => move(0.15, 0),
    ArrowUp: () => move(0, -0.15),
    ArrowDown: () => move(0, 0.15),
    "+": () => zoom(1.5),
    "=": () => zoom(1.5),
    "-": () => zoom(1 / 1.5),
    0: () => zoom(0),
  };
  region.addEventListener("keydown", (event) => {
    const act = KEYS[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    // What cannot move leaves the arrow keys to the page.
    if (event.key.startsWith("Arrow") && !region.classList.contains("closer")) return;
    event.preventDefault();
    act();
  });

  // One finger or the mouse moves a drawing that is closer; two fingers zoom it.
  const fingers = new Map();
  let dragged = false;
  const apart = () => {
    const [one, two] = [...fingers.values()];
    return Math.hypot(one.x - two.x, one.y - two.y);
  };
  region.addEventListener("pointerdown", (event) => {
    if (!fingers.size) dragged = false;
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  });
  region.addEventListener("pointermove", (event) => {
    const last = fingers.get(event.pointerId);
    if (!last) return;
    const box = shown().getBoundingClientRect();
    const before = fingers.size === 2 ? apart() : 0;
    const now = { x: event.clientX, y: event.clientY };
    fingers.set(event.pointerId, now);
    if (before) {
      const share = (at, start, size) => (at - start) / size;
      zoom(apart() / before, share(now.x, box.left, box.width), share(now.y, box.top, box.height));
    } else if (region.classList.contains("closer")) {
      move((last.x - now.x) / box.width, (last.y - now.y) / box.height);
    }
    if (Math.hypot(now.x - last.x, now.y - last.y) > 2) dragged = true;
  });
  for (const end of ["pointerup", "pointercancel", "pointerleave"]) {
    region.addEventListener(end, (event) => fingers.delete(event.pointerId));
  }
  region.addEventListener("dragstart", (event) => event.preventDefault());
  // Moving the drawing by a name does not follow its link.
  region.addEventListener("click", (event) => dragged && event.preventDefault(), true);
  region.addEventListener(
    "wheel",
    (event) => {
      if (!event.ctrlKey) return; // which a touchpad sends for two fingers; else the page scrolls
      event.preventDefault();
      const box = shown().getBoundingClientRect();
      const at = [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
      zoom(Math.exp(-event.deltaY / 200), ...at);
    },
    { passive: false },
  );
  // What the keyboard reaches is seen.
  region.addEventListener("focusin", (event) => {
    const mark = event.target.closest?.("a")?.querySelector(":is(circle, rect, path:not(.leader))");
    if (!mark || !region.classList.contains("closer")) return;
    const { x, y } = mark.getBBox();
    const [left, top, width, height] = seen(shown());
    if (x < left || y < top || x > left + width || y > top + height) {
      look(shown(), x - width / 2, y - height / 2, width);
    }
  });

  const element = (name, attributes, ...inside) => {
    const made = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...inside);
    return made;
  };
  const shape = (type, x, y, r) => {
    if (type === "person") return element("circle", { cx: x, cy: y, r });
    const half = r * 0.88;
    if (type === "organisation") {
      return element("rect", { x: x - half, y: y - half, width: 2 * half, height: 2 * half });
    }
    const d = r * 1.2;
    return element("path", { d: `M${x} ${y - d}l${d} ${d} ${-d} ${d} ${-d} ${-d}z` });
  };
  const shortened = (name, longest) =>
    name.length <= longest ? name : `${name.slice(0, longest - 1).trimEnd()}…`;

  // One name in the middle and those that share sentences with it around it.
  const around = (svg, data, middle) => {
    const [, , width, height] = full(svg);
    const kind = svg.classList.contains("wide") ? "wide" : "narrow";
    const mine = data.pairs
      .filter(([a, b]) => a === middle || b === middle)
      .sort((one, two) => two[2] - one[2])
      .slice(0, 14);
    const others = mine.map(([a, b]) => (a === middle ? b : a));
    const places = new Map([[middle, [width / 2, height / 2]]]);
    others.forEach((other, n) => {
      const angle = ((n + 0.5) * 2 * Math.PI) / others.length - Math.PI / 2;
      const x = width / 2 + Math.cos(angle) * width * ASIDE[kind];
      places.set(other, [x, height / 2 + Math.sin(angle) * height * 0.43]);
    });
    const most = mine[0]?.[2] ?? 1;
    const lines = data.pairs
      .filter(([a, b]) => places.has(a) && places.has(b))
      .map(([a, b, sentences]) => {
        const [x1, y1] = places.get(a);
        const [x2, y2] = places.get(b);
        const title = element("title", {}, `${data.names[a][0]} – ${data.names[b][0]}: ${sentences}`);
        const wide = 1 + 5 * Math.sqrt(Math.min(sentences / most, 1));
        return element("line", { x1, y1, x2, y2, "stroke-width": wide.toFixed(1) }, title);
      });
    const nodes = [...places].map(([number, [x, y]]) => {
      const [name, path, type] = data.names[number];
      const r = number === middle ? 13 : 8;
      const side = x < width / 2 - 1 ? "end" : "start";
      const at = { x, y, dx: side === "end" ? -r - 4 : r + 4, dy: 5, "text-anchor": side };
      if (number === middle) Object.assign(at, { dx: 0, dy: r + 18, "text-anchor": "middle" });
      return element(
        "a",
        { href: region.dataset.root + path, class: `node ${type}` },
        element("title", {}, name),
        shape(type, x, y, r),
        element("text", at, shortened(name, LONGEST[kind])),
      );
    });
    svg.replaceChildren(element("g", { class: "edges" }, ...lines), ...nodes);
  };

  const drawn = document.querySelectorAll(".network figcaption :is(.wide, .narrow)");
  let data = null;
  const draw = () => {
    const middle = choice.value;
    for (const { svg, inside } of whole) {
      look(svg, 0, 0, full(svg)[2]);
      if (middle) around(svg, data, Number(middle));
      else svg.replaceChildren(...inside);
    }
    for (const words of drawn) words.hidden = Boolean(middle);
  };
  choice.addEventListener("change", () => {
    const path = choice.value ? data.names[choice.value][1] : "";
    window.history.replaceState(null, "", path ? `#${path}` : window.location.pathname);
    draw();
  });

  region.tabIndex = 0;
  region.setAttribute("aria-describedby", "graph-keys");
  tools.hidden = false;
  // Opened from a folder, the page cannot ask for the names; moving and zooming work.
  const hide = () => {
    choice.hidden = true;
    tools.querySelector("label").hidden = true;
  };
  fetch(region.dataset.connections)
    .then((response) => response.json())
    .then((found) => {
      data = found;
      const named = data.names.map(([name, path], number) => ({ name, path, number }));
      named.sort((one, two) => one.name.localeCompare(two.name));
      choice.append(...named.map(({ name, number }) => new Option(name, number)));
      const asked = named.find(({ path }) => window.location.hash === `#${path}`);
      if (!asked) return;
      choice.value = String(asked.number);
      draw();
    })
    .catch(hide);
}
