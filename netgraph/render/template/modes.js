// Ways to colour people. Every class has a name, a colour and a shape: colour is never alone.

const OBSERVED = 1;
const STATED = 2;
const INFERRED = 3;

// Okabe and Ito's colours, and PuOr and blues of ColorBrewer, all safe for colour-blind eyes.
const SET = ["#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00"];
const SHAPES = ["circle", "diamond", "square", "up", "down", "star"];
const REST = "#a9a69c";

const reciprocity = (people) => ({
  key: "reciprocity",
  label: "Give and take",
  names: ["Mostly from you", "More from you", "Two-way", "More from them", "Mostly from them", "Nothing on record"],
  colours: ["#5e3c99", "#9b8fc8", "#3f9c8f", "#efa552", "#c65a05", REST],
  shapes: ["up", "up", "circle", "down", "down", "dot"],
  of: (i) => {
    const given = people.given[i];
    const taken = people.taken[i];
    if (!given && !taken) return 5;
    const share = given / (given + taken);
    return share > 0.8 ? 0 : share > 0.6 ? 1 : share >= 0.4 ? 2 : share >= 0.2 ? 3 : 4;
  },
});

const warmth = (people) => ({
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

const basis = (people) => ({
  key: "basis",
  label: "How known",
  names: ["Seen in your data", "You said so", "Only inferred", "No tie with you"],
  colours: ["#0072b2", "#009e73", "#cc79a7", REST],
  shapes: ["circle", "square", "diamond", "dot"],
  of: (i) => [3, 0, 1, 2][people.basis[i]],
});

const standing = (people, data) => ({
  key: "standing",
  label: "How it stands",
  names: data.standings,
  colours: [REST, "#9b8fc8", "#e69f00", "#56b4e9", "#009e73", "#8c6d5a", "#cc79a7"],
  shapes: ["dot", "diamond", "diamond", "up", "circle", "square", "ring"],
  of: (i) => people.standing[i],
});

const goalFit = (people, goal, k) => ({
  key: "goal" + k,
  label: "Fit: " + goal.name,
  names: ["Strong fit", "Some fit", "Slight fit", "No sign of fit"],
  colours: ["#08519c", "#4292c6", "#9ecae1", REST],
  shapes: ["star", "circle", "circle", "dot"],
  of: (i) => (goal.fit[i] >= 60 ? 0 : goal.fit[i] >= 30 ? 1 : goal.fit[i] > 0 ? 2 : 3),
});

const byGroup = (people, data, groups) => {
  const named = groups.map((group, g) => g).filter((g) => groups[g].name !== "Not known").slice(0, 6);
  return {
    key: "group",
    label: data.by[0].toUpperCase() + data.by.slice(1),
    names: named.map((g) => groups[g].name).concat("All others"),
    colours: SET.slice(0, named.length).concat(REST),
    shapes: SHAPES.slice(0, named.length).concat("dot"),
    of: (i) => (people.group[i] < named.length ? people.group[i] : named.length),
  };
};

const allModes = (data, people, groups) => [
  reciprocity(people),
  ...people.goals.map((goal, k) => goalFit(people, goal, k)),
  warmth(people),
  standing(people, data),
  basis(people),
  byGroup(people, data, groups),
];

const outline = (context, shape, r) => {
  context.beginPath();
  if (shape === "diamond") polygon(context, 4, r * 1.15, 0);
  else if (shape === "square") polygon(context, 4, r * 1.2, Math.PI / 4);
  else if (shape === "up") polygon(context, 3, r * 1.2, -Math.PI / 2);
  else if (shape === "down") polygon(context, 3, r * 1.2, Math.PI / 2);
  else if (shape === "star") star(context, r * 1.25);
  else context.arc(0, 0, shape === "dot" ? r * 0.8 : r, 0, 7);
};

const polygon = (context, corners, r, turn) => {
  for (let k = 0; k < corners; k++) {
    const angle = turn + (2 * Math.PI * k) / corners;
    context.lineTo(r * Math.cos(angle), r * Math.sin(angle));
  }
  context.closePath();
};

const star = (context, r) => {
  for (let k = 0; k < 10; k++) {
    const angle = -Math.PI / 2 + (Math.PI * k) / 5;
    const length = k % 2 ? r * 0.52 : r;
    context.lineTo(length * Math.cos(angle), length * Math.sin(angle));
  }
  context.closePath();
};
