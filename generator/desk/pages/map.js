// A field for a position, and a map on which a click or the arrow keys give it.
import { button, el, input, labelled } from "./elements.js";
import { ask } from "./server.js";

const spans = ["world", "continent", "country", "region"]; // as the server knows them
const step = 50; // of these a key moves the mark through the map
const svg = (name, attributes) => {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
};
const positionOf = (text) => {
  const found = /^(-?\d{1,2}(?:\.\d+)?)[,; ]+(-?\d{1,3}(?:\.\d+)?)$/.exec(text.trim());
  return found ? [Number(found[1]), Number(found[2])] : null;
};

export const positionField = (value, why) => {
  const box = input("into", value, { placeholder: "55.8258, 37.3903" });
  const picture = svg("svg", { class: "desk-map", tabindex: "0", role: "application",
    "aria-label": "Map. The arrow keys move the mark, plus and minus show less or more." });
  const land = svg("path", {}), mark = svg("circle", { r: "10" });
  picture.append(land, mark);
  let area = null, span = value ? 1 : 0;

  const draw = () => {
    const at = positionOf(box.value);
    mark.style.display = at && area ? "" : "none";
    if (!at || !area) return;
    mark.setAttribute("cx", ((at[1] - area.west) / (area.east - area.west)) * area.width);
    mark.setAttribute("cy", ((area.north - at[0]) / (area.north - area.south)) * area.height);
  };
  const load = async () => {
    const found = await ask("map", { position: box.value, span: spans[span] });
    if (found.error) return;
    area = found;
    picture.setAttribute("viewBox", `0 0 ${area.width} ${area.height}`);
    land.setAttribute("d", area.land);
    draw();
  };
  const put = (north, east) => {
    const digits = span > 1 ? 4 : 2;
    const within = (number, most) => Math.max(-most, Math.min(most, number)).toFixed(digits);
    box.value = `${within(north, 90)}, ${within(east, 180)}`;
    box.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const zoom = (by) => {
    const next = Math.max(0, Math.min(spans.length - 1, span + by));
    if (next !== span && (by < 0 || positionOf(box.value))) {
      span = next;
      load();
    }
  };
  const move = (north, east) => {
    const at = positionOf(box.value) || [(area.north + area.south) / 2, (area.east + area.west) / 2];
    put(at[0] + (north * (area.north - area.south)) / step, at[1] + (east * (area.east - area.west)) / step);
  };
  const keys = { ArrowUp: () => move(1, 0), ArrowDown: () => move(-1, 0), ArrowLeft: () => move(0, -1),
    ArrowRight: () => move(0, 1), "+": () => zoom(1), "-": () => zoom(-1) };

  box.addEventListener("input", draw);
  picture.addEventListener("keydown", (event) => {
    if (!keys[event.key] || !area || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    keys[event.key]();
  });
  picture.addEventListener("click", (event) => {
    if (!area) return;
    const frame = picture.getBoundingClientRect();
    const x = (event.clientX - frame.left) / frame.width, y = (event.clientY - frame.top) / frame.height;
    put(area.north - y * (area.north - area.south), area.west + x * (area.east - area.west));
  });
  load();
  return el("div", {}, labelled("Latitude, longitude", box, why), picture,
    el("p", { class: "buttons" }, button("Closer", () => zoom(1)), button("Wider", () => zoom(-1))));
};
