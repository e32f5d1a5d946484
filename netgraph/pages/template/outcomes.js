// @ts-check
// What became of a person in the tree: a colour, a shape, a generation.

export const MET = 1;
export const ON_THE_WAY = 2;
export const LEAD = 3;
export const ENDED = 4;

export const OUTCOME = [
  { colour: "ink", shape: "square" },
  { colour: "#009e73", shape: "circle" },
  { colour: "#e69f00", shape: "diamond" },
  { colour: "accent", shape: "ring" },
  { colour: "#a9a69c", shape: "dot" },
];

const ORDINAL = ["", "First doors", "1st generation", "2nd generation", "3rd generation"];
export const generationName = (depth) => ORDINAL[depth] || `${depth - 1}th generation`;
