// @ts-check
// Ways to colour people. Every class has a name, a colour and a shape: colour is never alone.

import { UNKNOWN } from "./people.js";

// Okabe and Ito's colours, and PuOr and blues of ColorBrewer, all safe for colour-blind eyes.
export const SET = ["#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00"];
export const SHAPES = ["circle", "diamond", "square", "up", "down", "star"];
export const REST = "#a9a69c";

export const reciprocity = (people, data) => ({
  key: "reciprocity",
  label: "Give and take",
  names: ["You were generous", "About even", "They helped more", "Nothing lately"],
  colours: ["#7a5bb5", "#2f9c8c", "#e08a1e", REST],
  shapes: ["up", "circle", "down", "dot"],
  of: (i) => {
    if (!people.given[i] && !people.taken[i]) return 3;
    return people.balance[i] > data.even ? 0 : people.balance[i] < -data.even ? 2 : 1;
  },
});

export const warmth = (people) => ({
  key: "warmth",
  label: "Warmth",
  names: ["Close", "Warm", "Light", "No sign yet"],
  colours: ["#b3261e", "#e8794a", "#f2b98f", REST],
  shapes: ["star", "circle", "circle", "dot"],
  of: (i) => {
    const strength = people.strength[i];
    return strength >= 60 ? 0 : strength >= 25 ? 1 : strength > 0 ? 2 : 3;
  },
});

export const basis = (people) => ({
  key: "basis",
  label: "How known",
  names: ["Seen in your data", "You said so", "Only inferred", "No tie with you"],
  colours: ["#0072b2", "#009e73", "#cc79a7", REST],
  shapes: ["circle", "square", "diamond", "dot"],
  of: (i) => [3, 0, 1, 2][people.basis[i]],
});

export const standing = (people, data) => ({
  key: "standing",
  label: "How it stands",
  names: data.standings,
  colours: [REST, "#9b8fc8", "#e69f00", "#56b4e9", "#009e73", "#8c6d5a", "#cc79a7"],
  shapes: ["dot", "diamond", "diamond", "up", "circle", "square", "ring"],
  of: (i) => people.standing[i],
});

export const goalFit = (goal, k) => ({
  key: "goal" + k,
  label: "Fit: " + goal.name,
  names: ["Strong fit", "Some fit", "Slight fit", "No sign of fit"],
  colours: ["#08519c", "#4292c6", "#9ecae1", REST],
  shapes: ["star", "circle", "circle", "dot"],
  of: (i) => (goal.fit[i] >= 60 ? 0 : goal.fit[i] >= 30 ? 1 : goal.fit[i] > 0 ? 2 : 3),
});

export const byGroup = (people, data, groups) => {
  const named = groups
    .map((group, g) => g)
    .filter((g) => groups[g].name !== UNKNOWN)
    .slice(0, 6);
  return {
    key: "group",
    label: data.by[0].toUpperCase() + data.by.slice(1),
    names: named.map((g) => groups[g].name).concat("All others"),
    colours: SET.slice(0, named.length).concat(REST),
    shapes: SHAPES.slice(0, named.length).concat("dot"),
    of: (i) => (people.group[i] < named.length ? people.group[i] : named.length),
  };
};

/** @returns {Mode[]} */
// Tints of circles, neighbours as different as can be; goals and what is left have their own.
const TINTS = ["#4477aa", "#a88d15", "#228833", "#aa3377", "#2b93b0", "#5b4fa2", "#8c564b", "#3d9a8b"];
const GOAL = "#c2410c";

const circles = (people, data, groups) => ({
  key: "life",
  label: "Circles of life",
  byCircle: true,
  names: data.life.wedges.map(({ name, years, kind }) => (kind === "goal" ? years : name || "Everybody")),
  colours: data.life.wedges.map(({ kind }, k) => {
    const goals = data.life.wedges.filter((wedge) => wedge.kind === "goal").length;
    return kind === "goal" ? GOAL : kind === "rest" ? REST : TINTS[(k - goals) % TINTS.length];
  }),
  shapes: data.life.wedges.map(() => "circle"),
  of: (i) => groups[people.group[i]].wedge,
});

export const allModes = (data, people, groups) => [
  ...(data.life ? [circles(people, data, groups)] : []),
  reciprocity(people, data),
  ...people.goals.map((goal, k) => goalFit(goal, k)),
  warmth(people),
  standing(people, data),
  basis(people),
  ...(data.life ? [] : [byGroup(people, data, groups)]),
];
