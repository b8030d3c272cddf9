// The form of an action: what it will do is said before it is written.
import { dialog, show } from "./dialog.js";
import { button, el, input, labelled, select } from "./elements.js";
import { ask } from "./server.js";
import { page, versions, written } from "./status.js";

const wait = 250; // milliseconds after a key before the server is asked

const filled = (form) => {
  const data = new FormData(form);
  const values = Object.fromEntries([...data].map(([key, value]) => [key, value.trim()]));
  if (data.has("sources")) values.sources = data.getAll("sources");
  return values;
};

// A form whose button does what its text says, once the server has said what that will be.
export const formFor = (title, choices, extra) => {
  const fields = el("div", { class: "fields" });
  const effect = el("p", { class: "effect", role: "status" });
  const apply = el("button", { type: "submit", disabled: true }, "Write it");
  const what = select("what", choices.map(([label], number) => [number, label]));
  const note = input("note", "", { maxlength: 300 });
  let timer = 0, seen = "", actions = null, turn = 0;

  const wanted = () => {
    const values = filled(form);
    const made = choices[Number(what.value)][2](values);
    return made ? made.map((a) => ({ ...a, values: { ...a.values, note: values.note || "" } })) : null;
  };
  const preview = async () => {
    const mine = (turn += 1);
    actions = wanted();
    apply.disabled = true;
    effect.replaceChildren();
    if (!actions) return;
    const answer = await ask("preview", { actions });
    if (mine !== turn) return;
    const wrong = answer.error || (answer.problems || []).join(" ");
    effect.classList.toggle("wrong", Boolean(wrong));
    effect.textContent = wrong || answer.summary;
    apply.disabled = Boolean(wrong);
    seen = answer.seen;
  };
  let last = "";
  const change = () => {
    // Leaving a field changes nothing; the button that is being pressed must stay as it is.
    const next = JSON.stringify([what.value, wanted()]);
    if (next === last) return;
    last = next;
    clearTimeout(timer);
    apply.disabled = true;
    timer = setTimeout(preview, wait);
  };
  const write = async () => {
    apply.disabled = true;
    const answer = await ask("apply", { actions, seen });
    if (answer.yours) {
      effect.replaceChildren(versions(answer, async () => {
        ({ seen } = await ask("preview", { actions }));
        write();
      }));
    } else if (answer.error) {
      effect.classList.add("wrong");
      effect.textContent = answer.error;
    } else {
      dialog.close();
      written(answer);
      page.refresh();
    }
  };
  const turnTo = () => {
    fields.replaceChildren(choices[Number(what.value)][1]());
    change();
  };
  what.addEventListener("change", turnTo);
  const form = el("form", {
    input: change,
    change,
    submit: (event) => {
      event.preventDefault();
      if (!apply.disabled) write();
    },
  }, choices.length > 1 ? labelled("What is it really?", what) : what, fields,
  labelled("Note", note, "Why, for other editors and, in brackets, for readers"), effect,
  el("p", { class: "buttons" }, apply, button("Cancel", () => dialog.close(), { class: "quiet" })));
  what.hidden = choices.length === 1;
  show(title, form, extra || "");
  turnTo();
  (choices.length > 1 ? what : note).focus();
};
