// Colours, filters and time: who of the map is seen.

import assert from "node:assert/strict";
import { test } from "node:test";

import { freeSpot } from "../../../netgraph/pages/template/overlay.js";
import { Lettering } from "../../../netgraph/pages/template/lettering.js";
import { Viewed } from "../../../netgraph/pages/template/view.js";

const PEOPLE = { n: 4, since: [2020 * 12, 2022 * 12, 0, 2024 * 12] };
const parity = { key: "parity", names: ["even", "odd"], of: (i) => i % 2 };
const one = { key: "one", names: ["all"], of: () => 0 };
const make = () => new Viewed(PEOPLE, [parity, one]);

test("everybody is seen at first, and counted by class", () => {
  const view = make();
  assert.deepEqual([...view.visible], [1, 1, 1, 1]);
  assert.deepEqual(view.counts, [2, 2]);
});

test("filters narrow together, and counts follow", () => {
  const view = make();
  view.filter("low", (i) => i < 2);
  view.toggle(1);
  assert.deepEqual([...view.visible], [1, 0, 0, 0]);
  assert.deepEqual(view.counts, [1, 1]);
  view.filter("low", null);
  assert.equal(view.total, 2);
});

test("an end or a beginning in time hides what was not known then or has no date", () => {
  const view = make();
  view.update({ to: 2022 * 12 + 11 });
  assert.deepEqual([...view.visible], [1, 1, 0, 0]);
  view.update({ from: 2021 * 12, to: Infinity });
  assert.deepEqual([...view.visible], [0, 1, 0, 1]);
});

test("another colouring shows everybody again and tells", () => {
  const view = make();
  const told = [];
  view.listen((change) => told.push(change));
  view.toggle(0);
  view.setMode("one");
  assert.equal(view.total, 4);
  assert.deepEqual(told, ["classes", "classes"]);
});

test("who is not near the one chosen fades", () => {
  const view = make();
  assert.equal(view.faded(0), false);
  view.selected = 1;
  view.near = new Set([1, 2]);
  assert.deepEqual(
    [0, 1, 2].map((i) => view.faded(i)),
    [true, false, false],
  );
});

// A pen whose letters are all six wide.
const pen = () => ({ measureText: (text) => ({ width: 6 * text.length }), strokeText() {}, fillText() {} });

test("a text takes two lines, and loses whole words where these do not do", () => {
  const letters = new Lettering(pen());
  assert.deepEqual(letters.fitted("Larkwater", "12px x", 40), ["Larkwater"]);
  assert.deepEqual(letters.fitted("Larkwater Aquatic", "12px x", 60), ["Larkwater", "Aquatic"]);
  assert.deepEqual(letters.fitted("Larkwater Aquatic Institute", "12px x", 60), ["Larkwater", "Aquatic …"]);
});

test("no two texts are written over one another", () => {
  const letters = new Lettering(pen());
  assert.equal(letters.write("Ana", 50, 50, "12px x", "#000"), true);
  assert.equal(letters.write("Tom", 60, 55, "12px x", "#000"), false);
  assert.equal(letters.write("Tom", 60, 80, "12px x", "#000"), true);
});

test("numbers move aside until they are apart", () => {
  const pinned = [[0, 0, 8]];
  const [x, y] = freeSpot(pinned, 0, 0, 8);
  assert.ok(Math.hypot(x, y) >= 16);
});
