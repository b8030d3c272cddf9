// Builds the elements of results. Anything from a source or a query is inserted as text, not HTML.

import { dateInWords } from "./query.js";
import { isolated, straight } from "./text.js";
import { counted, gettext } from "./words.js";

const TURNED = gettext("A character here that changes the direction of text was left out");
const TYPES = { person: gettext("person"), organisation: gettext("organisation"), place: gettext("place") };

/** An element; each text among its children is kept from turning the others. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (value === true) made.setAttribute(key, "");
    else if (value !== false && value !== "") made.setAttribute(key, value);
  }
  made.append(...children.map((child) => (typeof child === "string" ? isolated(child) : child)));
  return made;
}

const turned = () => element("i", { class: "turned", role: "img", "aria-label": TURNED, title: TURNED }, "⟲");

/** A result: title, publisher and date, and its best sentences, each linked to the source.
 * `root` leads to the pages, `shared` to the files that all languages have. */
export function resultItem(root, shared, meta, best) {
  const mark = best.words.length ? `?mark=${encodeURIComponent(best.words.join(" "))}` : "";
  const title = element("h2", { class: "source-title" }, element("a", { href: `${root}${best.path}${mark}` }, meta.title));
  const dated = meta.date ? dateInWords(meta.date) : gettext("undated");
  const ours = best.path.startsWith("pages/"); // a page of the archive's own, not a source
  const facts = ours ? gettext("Page of this archive") : [dated, isolated(meta.kind ?? "")].filter(Boolean).join(" · ");
  const credit = element("p", { class: "credit" });
  if (meta.outlet) credit.append(element("span", { class: "outlet" }, meta.outlet), " · ");
  credit.append(facts);
  const item = element("li", {}, title, credit);
  if (best.thumb) {
    const { src, alt, width, height } = best.thumb;
    const picture = element("img", { class: "beside-title", src: `${shared}${src}`, width, height, loading: "lazy" });
    picture.alt = alt;
    item.prepend(picture);
  }
  for (const sentence of best.sentences) {
    const link = element("a", { href: `${root}${best.path}${mark}#${sentence.anchor}`, dir: "auto" });
    for (const [text, marked] of sentence.pieces) {
      const words = marked ? element("mark") : document.createTextNode("");
      words.textContent = straight(text);
      link.append(words);
    }
    if (sentence.pieces.some(([text]) => text !== straight(text))) link.append(turned());
    item.append(element("blockquote", { class: "quote" }, element("p", {}, link)));
  }
  return item;
}

/** An entity or a date that the query may mean. */
export function offerItem(root, path, name, detail) {
  return element("li", {}, element("a", { href: `${root}${path}` }, element("strong", {}, name)), " ", element("span", { class: "small" }, detail));
}

/** What an entity is and how often it is mentioned. */
export function entityFacts({ type, mentions, sources }) {
  const often = counted(mentions, "mention", "mentions");
  const kind = TYPES[type];
  if (!sources) return `${kind}, ${often}`;
  return gettext("{kind}, {mentions} in {sources}", { kind, mentions: often, sources: counted(sources, "source", "sources") });
}

/** A button that shows an active filter and clears it. */
export function chip(label, value, clear) {
  return element("li", {}, element("button", { type: "button", onclick: clear }, label, value, element("span", { "aria-hidden": "true" }, " ×"), element("span", { class: "hidden" }, gettext(", clear this filter"))));
}
