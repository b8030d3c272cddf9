// The history: all lines of the tables.
import { button, el } from "./elements.js";
import { ask } from "./server.js";
import { again, page, takeBack } from "./status.js";

export const historyPage = (main) => {
  const list = el("ol", { class: "history" });
  const load = async () => {
    const answer = await ask("history");
    if (answer.error) return list.replaceChildren(el("li", {}, answer.error));
    const undone = answer.undone.length ? [el("li", { class: "undone" },
      el("p", {}, "Taken back:"), ...answer.undone[0].map((line) => el("pre", {}, line.raw)),
      button("Redo (r)", again))] : [];
    return list.replaceChildren(...undone, ...answer.lines.map((one) => el("li", {},
      el("p", {}, el("strong", {}, Object.values(one.cells).join(" · "))),
      el("p", { class: "small" }, [one.day || "no day", one.editor, one.about, `${one.table}, line ${one.line}`].filter(Boolean).join(" · ")),
      one.problem ? el("p", { class: "wrong" }, `It matches nothing any more: ${one.problem}`) : "",
      button("Undo", () => takeBack({ table: one.table, raw: one.raw }), { "aria-label": `Undo ${one.raw}` }))));
  };
  main.append(list);
  page.refresh = load;
  load();
};
