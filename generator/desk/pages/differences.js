// Where two editors have answered a question differently.
import { el } from "./elements.js";
import { ask } from "./server.js";
import { page } from "./status.js";

const said = (label, answer) => [
  el("p", {}, `${label}${answer.editors.length ? ` (${answer.editors.join(", ")})` : ""}: `,
    el("strong", {}, answer.words.join("; "))),
  ...answer.lines.map((line) => el("pre", {}, line)),
];

export const differencesPage = (main) => {
  const agreed = el("p", { id: "desk-progress", role: "status" });
  const list = el("ol", { class: "history" });
  const load = async () => {
    const answer = await ask("differences");
    agreed.textContent = answer.error || answer.summary;
    list.replaceChildren(...(answer.rows || []).map((one) => el("li", {},
      el("p", { class: "kicker" }, one.what), el("h2", {}, one.name),
      ...said("First editor", one.first), ...said("Second editor", one.second))));
    if (answer.error) setTimeout(load, 2000);
  };
  main.append(agreed, list);
  page.refresh = load;
  load();
};
