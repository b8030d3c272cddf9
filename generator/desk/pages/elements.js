// Elements of pages; all that the desk shows is put in as text.

export const el = (tag, attributes = {}, ...children) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(name, value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value != null) made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child != null && child !== ""));
  return made;
};
export const button = (label, click, attributes = {}) =>
  el("button", { type: "button", click, ...attributes }, label);

let counter = 0;
export const labelled = (label, input, hint = "") => {
  input.id ||= `desk-${(counter += 1)}`;
  return el("p", { class: "field" }, el("label", { for: input.id }, label), input,
    hint ? el("small", {}, hint) : "");
};
export const select = (name, options) =>
  el("select", { name }, ...options.map(([value, text]) => el("option", { value }, text)));
export const input = (name, value = "", more = {}) =>
  el("input", { name, value, autocomplete: "off", ...more });
export const boxes = (name, rows) => el("fieldset", { class: "found" },
  ...rows.map(([value, text]) => el("label", {}, el("input", { type: "checkbox", name, value }), el("span", {}, text))));
