// Where the people of a referral tree stand, and which branches are open.

import assert from "node:assert/strict";
import { test } from "node:test";

import * as tree from "../../../netgraph/pages/template/branches.js";

const { YOU, childrenShown, columns, isMore, moreOf, openBest, radial, readBranches } = tree;

// Two doors; the first named two people, one of whom named a third.
const SMALL = { names: ["a", "b", "c", "d", "e"], parents: [-1, 0, 0, 2, -1], outcome: [0, 1, 1, 2, 0] };

const wide = (n) => ({
  names: Array.from({ length: n }, (_, i) => `n${i}`),
  parents: [-1, ...new Array(n - 1).fill(0)],
  outcome: new Array(n).fill(1),
});

const nearest = ({ places }) => {
  const all = [...places.values()];
  let best = Infinity;
  for (const [k, a] of all.entries())
    for (const b of all.slice(0, k)) best = Math.min(best, Math.hypot(a.x - b.x, a.y - b.y));
  return best;
};

test("those below a person are counted over all generations", () => {
  const branches = readBranches(SMALL);
  assert.deepEqual([...branches.below], [3, 0, 1, 0, 0]);
  assert.deepEqual([YOU, 0, 1, 2, 3].map(branches.depthOf), [0, 1, 2, 2, 3]);
});

test("folded branches hide who is below", () => {
  const branches = readBranches(SMALL);
  assert.deepEqual(childrenShown(branches, YOU), [0, 4]);
  assert.deepEqual(childrenShown(branches, 0), []);
  openBest(branches);
  assert.deepEqual(childrenShown(branches, 0), [1, 2]);
  assert.deepEqual(childrenShown(branches, 2), [3]);
});

test("beyond 36 siblings the rest is one node, unless it would be a single person", () => {
  const many = readBranches(wide(60));
  many.open.add(0);
  const shown = childrenShown(many, 0);
  assert.equal(shown.length, 37);
  assert.ok(isMore(shown[36]));
  assert.equal(moreOf(shown[36]), 0);
  const just = readBranches(wide(38));
  just.open.add(0);
  assert.equal(childrenShown(just, 0).length, 37);
  assert.ok(!childrenShown(just, 0).some(isMore));
});

for (const [name, layout] of [
  ["rings", radial],
  ["columns", columns],
])
  test(`in ${name} nobody stands on somebody else`, () => {
    const branches = readBranches(wide(300));
    branches.limits.set(0, 300);
    branches.open.add(0);
    const shape = layout(branches, 0.6);
    assert.equal(shape.places.size, 301);
    assert.ok(nearest(shape) > 12, String(nearest(shape)));
  });

test("a parent stands in the middle of its children, a generation further in", () => {
  const branches = readBranches(SMALL);
  openBest(branches);
  const { places } = columns(branches, 0.6);
  assert.equal(places.get(0).y, (places.get(1).y + places.get(2).y) / 2);
  assert.ok(places.get(0).x < places.get(1).x);
});
