// What can be done with a figure or a claim.
import { named } from "./chooser.js";
import { input, labelled } from "./elements.js";

const lines = (table, thing) => (action, value = "") => [{ table, values: { action, id: thing.id, value } }];

export const figureActions = (thing) => {
  const on = lines("figures", thing);
  return [
    ["Another number", () => labelled("Number", input("value", thing.value),
      "Such as 1200, 0.5, 40-60, at least 40, at most 40, about 40"),
    (f) => f.value && f.value !== thing.value && on("value", f.value)],
    ["Somebody else gives it", () => named("Who gives it", "value", thing.holder),
      (f) => f.value && f.value !== thing.holder && on("holder", f.value)],
    ["The source itself gives it", () => "", () => on("holder", "-")],
    ["Not a figure, or of nothing that is counted", () => "", () => on("hide")],
  ];
};

export const claimActions = (thing) => {
  const on = lines("claims", thing);
  return [
    ["Somebody else says it", () => named("Who says it", "value", thing.holder),
      (f) => f.value && f.value !== thing.holder && on("holder", f.value)],
    ["Nobody claims this", () => "", () => on("hide")],
  ];
};
