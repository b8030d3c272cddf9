// Withholds a phrase of a source, in it alone or everywhere.
import { el, input, labelled } from "./elements.js";
import { formFor } from "./form.js";

const longest = 200; // characters of a line of the table

export const withhold = (words, source) => {
  const fields = () => el("div", {},
    labelled("Words", input("words", words.slice(0, longest), { maxlength: longest }),
      "In any spelling: case, accents and line breaks do not matter"),
    labelled("Shown in their place", input("replacement", "[withheld]", { maxlength: longest })));
  const line = (document) => ({ words: given, replacement }) => given &&
    [{ table: "redactions", values: { words: given, replacement, document } }];
  return formFor("Withhold words", [
    ["In all sources", fields, line("")],
    ["In this source only", fields, line(source)],
  ]);
};
