// @ts-check
// The tree as a shape: who hangs from whom, which branches are open, and where everybody stands.

import { clamp } from "./words.js";

export const RING = 120;
export const ARC = 20;
export const COLUMN = 250;
export const ROW = 36;
export const MARGIN = -70;
export const ROOTS = 170; // first doors say what they led to, which takes room
export const ROOM = 320;
export const SIBLINGS = 36;
export const YOU = -1;

// Beyond so many siblings the rest is one node, "+12 more", whose number is that of its parent.
export const moreOf = (i) => -3 - i;
export const isMore = (i) => i < YOU;

export const readBranches = (data) => {
  const n = data.names.length;
  const kids = new Map([[YOU, []]]);
  for (let i = 0; i < n; i++) kids.set(i, []);
  data.parents.forEach((parent, i) => kids.get(parent).push(i));
  const limits = new Map();
  const below = new Int32Array(n);
  for (let i = n - 1; i >= 0; i--) if (data.parents[i] >= 0) below[data.parents[i]] += below[i] + 1;
  const depth = new Int32Array(n);
  for (let i = 0; i < n; i++) depth[i] = data.parents[i] < 0 ? 1 : depth[data.parents[i]] + 1;
  const met = (i) => (data.outcome[i] === 1 ? 1 : 0);
  for (const [i, list] of kids) {
    if (list.length > SIBLINGS) list.sort((a, b) => below[b] - below[a] || met(b) - met(a) || a - b);
    limits.set(i, SIBLINGS);
  }
  const depthOf = (i) => (i === YOU ? 0 : isMore(i) ? depthOf(moreOf(i)) + 1 : depth[i]);
  return { n, kids, below, limits, open: new Set(), depthOf };
};

// Open the widest branches first, as long as there is room to read.
export const openBest = (branches) => {
  branches.open.clear();
  let level = childrenShown(branches, YOU).filter((i) => !isMore(i));
  let room = ROOM - level.length;
  while (level.length && room > 0) {
    const next = [];
    for (const i of [...level].sort((a, b) => branches.below[b] - branches.below[a] || a - b)) {
      const kids = branches.kids.get(i);
      const cost = Math.min(kids.length, SIBLINGS);
      if (!kids.length || cost > room) continue;
      branches.open.add(i);
      room -= cost;
      next.push(...kids.slice(0, cost));
    }
    level = next;
  }
};

export const childrenShown = (branches, i) => {
  if (i !== YOU && !branches.open.has(i)) return [];
  const kids = branches.kids.get(i);
  const limit = branches.limits.get(i);
  return kids.length <= limit + 1 ? kids : [...kids.slice(0, limit), moreOf(i)];
};

export const walk = (branches) => {
  const order = [];
  const waiting = [YOU];
  while (waiting.length) {
    const i = waiting.pop();
    order.push(i);
    waiting.push(...[...childrenShown(branches, i)].reverse());
  }
  return order;
};

// The direction in which nobody stands, where the generations can be named.
export const widestGap = (places) => {
  const angles = [...places]
    .filter(([i]) => i !== YOU)
    .map(([, place]) => place.angle)
    .sort((a, b) => a - b);
  if (!angles.length) return -Math.PI / 2;
  let best = { width: 0, middle: -Math.PI / 2 };
  angles.forEach((angle, k) => {
    const next = k + 1 < angles.length ? angles[k + 1] : angles[0] + 2 * Math.PI;
    if (next - angle > best.width) best = { width: next - angle, middle: (angle + next) / 2 };
  });
  return best.middle;
};

// A person needs an arc on their own ring, a parent the sum of what the children need; where a
// full turn is not enough, all rings grow.
export const radial = (branches, _aspect) => {
  const order = walk(branches);
  const need = new Map();
  const sum = (list) => list.reduce((total, i) => total + need.get(i), 0);
  for (const i of [...order].reverse())
    need.set(i, Math.max(ARC / (RING * Math.max(1, branches.depthOf(i))), sum(childrenShown(branches, i))));
  const total = sum(childrenShown(branches, YOU)) || 1;
  const ring = RING * Math.max(1, total / (2 * Math.PI));
  const turn = (2 * Math.PI) / total;
  const start = new Map([[YOU, 0]]);
  const places = new Map([[YOU, { x: 0, y: 0, angle: 0 }]]);
  for (const i of order) {
    const kids = childrenShown(branches, i);
    let at = start.get(i) + (i === YOU ? 0 : (need.get(i) - sum(kids)) / 2);
    for (const kid of kids) {
      start.set(kid, at);
      const angle = (at + need.get(kid) / 2) * turn - Math.PI / 2;
      const r = ring * branches.depthOf(kid);
      places.set(kid, { x: r * Math.cos(angle), y: r * Math.sin(angle), angle });
      at += need.get(kid);
    }
  }
  return { places, ring, order, row: ARC, gap: widestGap(places) };
};

/** Where a generation stands in columns. */
export const columnAt = (depth) => (depth === 0 ? 0 : MARGIN + depth * COLUMN + (depth > 1 ? ROOTS : 0));

// Columns stretch to the height there is; `aspect` is that of the free room.
export const columns = (branches, aspect) => {
  const order = walk(branches);
  const leaves = order.filter((i) => !childrenShown(branches, i).length).length;
  const deepest = Math.max(1, ...order.map(branches.depthOf));
  const height = clamp((columnAt(deepest) * aspect) / Math.max(1, leaves), ROW, 2.2 * ROW);
  const across = (i) => columnAt(branches.depthOf(i));
  const places = new Map();
  let row = 0;
  for (const i of order)
    if (!childrenShown(branches, i).length) places.set(i, { x: across(i), y: height * row++, angle: 0 });
  for (const i of [...order].reverse()) {
    const kids = childrenShown(branches, i);
    if (!kids.length) continue;
    const y = (places.get(kids[0]).y + places.get(kids[kids.length - 1]).y) / 2;
    places.set(i, { x: across(i), y, angle: 0 });
  }
  return { places, ring: COLUMN, order, row: height, gap: 0 };
};
