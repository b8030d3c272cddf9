// A dialog with the citation of a source, a sentence, an event or a page in the form asked for. The
// texts are in the page, those of the archive's own pages in static/own-forms.js, with gaps (see
// generator/render/citing/packed.py); here they are only filled.
"use strict";

{
  // What stands in each form for some characters of what a reader chooses, as in
  // generator/render/citing/forms.py.
  const ESCAPES = {
    "chicago": {"“": "‘", "”": "’", "„": "‚", "\"": "'"},
    "chicago-entry": {"“": "‘", "”": "’", "„": "‚", "\"": "'"},
    "apa": {"“": "‘", "”": "’", "„": "‚", "\"": "'"},
    "mla": {"“": "‘", "”": "’", "„": "‚", "\"": "'"},
    "bibtex": {"\\": "\\textbackslash{}", "^": "\\textasciicircum{}", "~": "\\textasciitilde{}", "{": "\\{", "}": "\\}", "&": "\\&", "%": "\\%", "$": "\\$", "#": "\\#", "_": "\\_"},
    "ris": {},
    "csl": {"\\": "\\\\", "\"": "\\\""},
    "markdown": {"\\": "\\\\", "`": "\\`", "*": "\\*", "_": "\\_", "[": "\\[", "]": "\\]", "<": "\\<", ">": "\\>", "#": "\\#", "|": "\\|", "~": "\\~", "&": "\\&"},
    "wiki": {"|": "&#124;", "[": "&#91;", "]": "&#93;", "{": "&#123;", "}": "&#125;", "<": "&#60;", ">": "&#62;", "&": "&#38;", "~": "&#126;", "'": "&#39;"}
  };
  const GAPS = { "\ue010": "quote", "\ue011": "source", "\ue012": "pages", "\ue013": "bare", "\ue014": "link" };
  const FIRST = 0xe020; // what stands for the first of a source's words; both as in packed.py
  const ENDINGS = ["..", ".", "?", "!", "…"]; // as in generator/render/citing/own_forms.py
  // Marks of a quotation, and of one in it. Where they are others than in English, those of the
  // outer one become those of the inner one; as in generator/render/citing/parts.py.
  const marks = (text) => text.split("{quoted}").map((mark) => mark.trim());
  const outer = marks(gettext("“{quoted}”"));
  const inner = marks(gettext("‘{quoted}’"));
  const STYLES = ["chicago", "chicago-entry", "apa", "mla"];
  const nested = { "\"": "'", [outer[0]]: inner[0], [outer[1]]: inner[1] };
  if (!ESCAPES.chicago[outer[0]]) for (const style of STYLES) ESCAPES[style] = nested;
  const canonical = document.querySelector('link[rel="canonical"]')?.href;
  const base = canonical || window.location.href.split(/[?#]/)[0];
  const addressable = canonical || window.location.protocol !== "file:";
  const sentences = [...document.querySelectorAll(".source .body .s[id]")];
  const turns = [...document.querySelectorAll(".source .body .page")];
  const CONTROLS = /[\u202a-\u202e\u2066-\u2069]/g;

  const words = (...elements) => {
    const parts = elements.map((element) => {
      const copy = element.cloneNode(true);
      for (const extra of copy.querySelectorAll(".noteref, .turned, .pages, .cite")) extra.remove();
      return copy.textContent;
    });
    return parts.join("").replace(CONTROLS, "").replace(/\s+/g, " ").trim();
  };

  // A row of a table is one sentence; its first cell has the address.
  const cells = (sentence) => sentence.closest("tr")?.querySelectorAll(".s") ?? [sentence];

  const pagesOf = (sentence) => {
    if (sentence.dataset.pages) return sentence.dataset.pages;
    const precedes = (turn) =>
      turn.compareDocumentPosition(sentence) & Node.DOCUMENT_POSITION_FOLLOWING;
    return turns.findLast(precedes)?.dataset.page ?? "";
  };

  const ofSentence = (sentence) => {
    const pages = pagesOf(sentence).replace(CONTROLS, "");
    return {
      sentence,
      quote: words(...cells(sentence)),
      pages,
      bare: pages.replace(/^\p{L}+\. /u, ""), // without "p." or "S."
      link: `${base}#${sentence.id}`,
    };
  };

  const ofLink = (link) => {
    const address = link.getAttribute("href");
    if (address === "#cite") return { link: base };
    const item = link.closest("article, section");
    const quote = item.querySelector(".quote p > a");
    const pages = item.querySelector(".quote .pages");
    const credit = item.querySelector(".credit");
    const source = [credit, pages].filter(Boolean).map((part) => words(part));
    return {
      quote: quote ? words(quote) : "",
      source: quote ? source.join(", ") : "",
      link: new URL(address, base).href,
    };
  };

  const unspaced = (text) => text.replace(/«\s+/g, "«").replace(/\s+»/g, "»");
  const escaped = (id, text) => {
    const characters = ESCAPES[id] === nested ? unspaced(text) : text;
    return [...characters].map((c) => ESCAPES[id][c] ?? c).join("");
  };
  const valueOf = (id, values, gap) => (gap === "link" ? values.link : escaped(id, values[gap]));

  // Put words and what was chosen in their places; what belongs to an empty gap is left out.
  const filled = (id, citation, names, values) => {
    const stood = (c) => {
      const gap = GAPS[c];
      return gap ? (values[gap] ? valueOf(id, values, gap) : "") : (names[c] ?? c);
    };
    const text = (part) => {
      if (typeof part === "string") return part.replace(/[\ue000-\uf8ff]/g, stood);
      return values[part[0]] ? part.slice(1).map(text).join("") : "";
    };
    return citation.map(text).join("").trim();
  };
  const shared = OWN_FORMS[document.documentElement.lang];
  const ownForms = (key, title) => {
    const straight = title.replace(/"([^"]*)"/g, inner.join("$1")).replaceAll('"', "’");
    const quoted = escaped("chicago", straight);
    const end = ENDINGS.find((one) => title.endsWith(one)) ?? "";
    return shared.map(([id, label, citations]) => {
      const styled = STYLES.includes(id);
      const [whole, own] = [title, quoted].map((one) => (styled ? one : escaped(id, one)));
      const [bare, bareOwn] = [whole, own].map((one) => one.slice(0, one.length - end.length));
      const names = { "\ue000": whole, "\ue001": own, "\ue002": bare, "\ue003": bareOwn, "\ue004": key };
      const said = citations[end] ?? citations[""];
      return { id, label, text: (values) => filled(id, said, names, values) };
    });
  };
  const sourceForms = ([words, ...citations]) => {
    const names = Object.fromEntries(words.map((word, at) => [String.fromCharCode(FIRST + at), word]));
    return shared.map(([id, label], at) => ({ id, label, text: (values) => filled(id, citations[at], names, values) }));
  };
  const list = document.querySelector("#cite");
  const titleOf = () => document.querySelector('meta[name="citation_title"]').content;
  const key = list?.dataset.key;
  const given = document.querySelector("script#forms");
  const forms = given ? sourceForms(JSON.parse(given.textContent)) : key ? ownForms(key, titleOf()) : [];

  const element = (name, attributes = {}, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  };
  const button = (label, act) => {
    const made = element("button", { type: "button" }, label);
    made.addEventListener("click", act);
    return made;
  };

  const title = element("h2", { id: "citing-title" });
  const choice = element("select", { id: "citing-form" });
  for (const form of forms) choice.append(element("option", { value: form.id }, form.label));
  const text = element("textarea", { id: "citing-text", rows: "9", readonly: "", spellcheck: "false" });
  const status = element("p", { role: "status", class: "small" });
  const before = button(gettext("Previous sentence"), () => step(-1));
  const after = button(gettext("Next sentence"), () => step(1));
  const copy = button(gettext("Copy"), () => copied());
  copy.className = "copy";
  const dialog = element(
    "dialog",
    { class: "citing", "aria-labelledby": "citing-title" },
    title,
    element("p", {}, element("label", { for: "citing-form" }, gettext("Form")), " ", choice),
    element("label", { for: "citing-text", class: "hidden" }, gettext("Citation")),
    text,
    element("p", { class: "buttons" }, copy, before, after, button(gettext("Close"), () => dialog.close())),
    status,
  );

  let values = {};
  const show = () => {
    text.value = forms.find((one) => one.id === choice.value).text(values);
    title.textContent = values.sentence ? gettext("Cite this sentence") : gettext("Cite");
    before.hidden = after.hidden = !sentences.length;
    const at = sentences.indexOf(values.sentence);
    before.disabled = at < 1;
    after.disabled = at === sentences.length - 1;
  };
  const step = (by) => {
    const at = sentences.indexOf(values.sentence) + by;
    values = ofSentence(sentences[at]);
    show();
    status.textContent = gettext("Sentence {number} of {total}: {quote}", {
      number: at + 1,
      total: sentences.length,
      quote: values.quote,
    });
  };
  const copied = async () => {
    try {
      await navigator.clipboard.writeText(text.value);
      status.textContent = gettext("Copied.");
    } catch {
      text.focus();
      text.select();
      const done = document.execCommand("copy");
      status.textContent = done
        ? gettext("Copied.")
        : gettext("Selected: press Ctrl+C to copy.");
    }
  };
  const open = (found) => {
    values = addressable ? found : { ...found, link: "" };
    status.textContent = "";
    show();
    if (!dialog.open) dialog.showModal();
  };
  choice.addEventListener("change", () => {
    show();
    status.textContent = "";
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close(); // beside it
  });

  // The button beside the sentence that was chosen: by a click, by its passage's number, by a link.
  const beside = button(gettext("Cite"), () => open(ofSentence(target())));
  beside.className = "cite-here";
  beside.setAttribute("aria-label", gettext("Cite this sentence"));
  const target = () => {
    const found = document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
    return sentences.includes(found) ? found : null;
  };
  const mark = () => {
    const sentence = target();
    if (!sentence) {
      beside.remove();
      return;
    }
    const own = [...cells(sentence)].at(-1);
    own.after(beside);
    const end = [...own.getClientRects()].at(-1);
    beside.style.left = "0"; // so that it has its own width
    const frame = beside.offsetParent.getBoundingClientRect();
    const left = Math.min(end.right, document.documentElement.clientWidth - 8) - frame.left;
    beside.style.left = `${Math.max(0, left - beside.offsetWidth)}px`;
    beside.style.top = `${end.bottom - frame.top + 2}px`;
  };

  if (forms.length) {
    document.querySelector("main").append(dialog);
    document.addEventListener("click", (event) => {
      if (!(event.target instanceof Element)) return;
      // The address may be the same as before, and then does not change.
      if (event.target.closest(".s, .number")) window.setTimeout(mark);
      const link = event.target.closest("a.cite");
      const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.button;
      if (!link || elsewhere || link.search === "?cite") return;
      event.preventDefault();
      open(ofLink(link));
    });
    window.addEventListener("hashchange", mark);
    window.addEventListener("resize", mark);
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !dialog.open) beside.remove();
    });
    mark();
    if (window.location.search === "?cite" && target()) open(ofSentence(target()));
  }
}
