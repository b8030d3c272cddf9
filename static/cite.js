// A dialog with the citation of a source, a sentence, an event or a page in the form asked for. The
// texts are in the page, with gaps (see generator/render/citing); here they are only filled.
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
  const forms = [...document.querySelectorAll("#cite pre")];
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
      bare: pages.replace(/^pp?\. /, ""),
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

  // Fill the gaps of a form; what belongs to an empty one is left out.
  const filled = (form, values) => {
    const escapes = ESCAPES[form.dataset.form];
    const escaped = (text) => [...text].map((c) => escapes[c] ?? c).join("");
    const copy = form.cloneNode(true);
    for (const part of copy.querySelectorAll("[data-if]")) {
      if (!values[part.dataset.if]) part.remove();
    }
    for (const gap of copy.querySelectorAll("[data-gap]")) {
      const value = values[gap.dataset.gap];
      if (value) gap.textContent = gap.dataset.gap === "link" ? value : escaped(value);
    }
    return copy.textContent.trim();
  };

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
  for (const form of forms) {
    const label = form.closest("dd").previousElementSibling.textContent;
    choice.append(element("option", { value: form.dataset.form }, label));
  }
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
    const form = forms.find((one) => one.dataset.form === choice.value);
    text.value = filled(form, values);
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
