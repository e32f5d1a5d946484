// @ts-check
// Ways to colour the map and to narrow it.

import { $, make } from "./dom.js";
import { INFERRED, OBSERVED, STATED } from "./people.js";

const ALL = /** @type {[string, string]} */ (["all", ""]);
const MOST_GROUPS = 300;
const FITS = 30;

const select = (label, choices, act) => {
  const list = make("select", {}, ...choices.map(([text, value]) => new Option(text, value)));
  list.addEventListener("change", () => act(list.value));
  return make("label", { className: "field" }, label + " ", list);
};

/** @param {MapState} map */
export const makeFilters = ({ data, people, groups, modes, view }) => {
  const narrow = (name, test) => (value) =>
    view.filter(name, value === "" ? null : (i) => test(i, Number(value)));
  const inGroup = narrow("group", (i, g) => people.group[i] === g);
  const bases = [
    ["seen in your data", OBSERVED],
    ["you said so", STATED],
    ["only inferred", INFERRED],
  ];
  const fields = [
    select(
      "Goal",
      [ALL, ...people.goals.map((goal, k) => [goal.name, k])],
      narrow("goal", (i, k) => people.goals[k].fit[i] >= FITS),
    ),
    select(
      "Stands",
      [ALL, ...data.standings.map((name, k) => [name, k])],
      narrow("standing", (i, k) => people.standing[i] === k),
    ),
    select(
      data.by[0].toUpperCase() + data.by.slice(1),
      [
        ALL,
        ...groups.slice(0, MOST_GROUPS).map(({ name, end, first }, g) => [`${name} (${end - first})`, g]),
      ],
      (value) => {
        inGroup(value);
        if (value !== "") view.tell({ open: +value });
      },
    ),
    select(
      "Known",
      [ALL, ...bases],
      narrow("basis", (i, k) => people.basis[i] === k),
    ),
  ];
  $("filter-fields").append(...(people.goals.length ? fields : fields.slice(1)));
  $("colour").replaceChildren(...modes.map((mode) => new Option(mode.label, mode.key)));
  $("colour").addEventListener("change", () => view.setMode($("colour").value));
};
