// @ts-check
// How far things have come at an employer, in words: with whoever is furthest.

// The standings of marks.py, the furthest first, as they are said of an employer.
const FURTHEST = /** @type {[number, string][]} */ ([
  [3, "agreed to talk"],
  [2, "asked, no answer yet"],
  [1, "ask planned"],
  [4, "talked"],
]);

export const standingAt = (people, { first, end }) => {
  if (first === end) return "nobody known yet";
  const stands = new Set(Array.from(people.standing.slice(first, end)));
  const furthest = FURTHEST.find(([k]) => stands.has(k));
  return furthest ? furthest[1] : `${end - first} known`;
};
