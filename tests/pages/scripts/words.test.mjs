// Numbers, months, columns and names as the pages write and compare them.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { lines, unpack } from "../../../netgraph/pages/template/columns.js";
import { indexOf, matches } from "../../../netgraph/pages/template/search.js";
import { count, fold, monthName, plural } from "../../../netgraph/pages/template/words.js";

test("columns are read as Python packed them", () => {
  assert.deepEqual([...unpack("BAQL/")], [1, 2, 255]);
  assert.deepEqual([...unpack("h1P4=")], [-300]);
  assert.deepEqual(lines("a\n\nb"), ["a", "", "b"]);
});

test("numbers and months are written in words", () => {
  assert.equal(count(30000), "30,000");
  assert.equal(plural(1, "person", "people"), "1 person");
  assert.equal(plural(2, "name"), "2 names");
  assert.equal(monthName(2026 * 12 + 4), "May 2026");
  assert.equal(monthName(0), "not known");
});

test("names are compared without marks, apostrophes and punctuation", () => {
  assert.equal(fold("Zoë O’Brien-Müller"), "zoe obrien muller");
  assert.equal(fold("  {{  "), "");
  assert.equal(fold("Ⅻ ﬁsh™"), "xii fish");
});

test("names are found as people type them, as the library finds them", () => {
  const names = ["Jürgen Ødegård", "Ana Mueller", "花子 山田", "Zoe Blåberg", "Joel Ásgeir"];
  const plain = { 0: "jurgen odegard", 2: "huazi shantian" };
  const index = indexOf({ names, workOf: () => "Chef", plain: (i) => plain[i] || "" });
  const score = [0, 0, 0, 0, 0];
  const found = (query) => matches(index, query, score).map((i) => names[i]);
  for (const typed of ["Jürgen", "juergen", "jurgen", "odegard", "oedegaard", "Ødegård", "jurgen chef"])
    assert.deepEqual(found(typed), ["Jürgen Ødegård"], typed);
  for (const typed of ["Müller", "muller", "mueller"]) assert.deepEqual(found(typed), ["Ana Mueller"], typed);
  for (const typed of ["山田", "山田花子", "花子山田", "shantianhuazi", "huazi"])
    assert.deepEqual(found(typed), ["花子 山田"], typed);
  assert.deepEqual(found("blaaberg"), ["Zoe Blåberg"]);
  assert.deepEqual(found("joel asgeir"), ["Joel Ásgeir"]);
  const hyphened = ["Anne-Marie Oak", "Đorđe Ivić"];
  const others = indexOf({ names: hyphened, workOf: () => "", plain: (i) => (i ? "dorde ivic" : "") });
  for (const typed of ["annemarie", "anne marie", "Anne-Marie"])
    assert.deepEqual(matches(others, typed, [0, 0]), [0]);
  for (const typed of ["djordje", "dorde", "Đorđe"])
    assert.deepEqual(matches(others, typed, [0, 0]), [1], typed);
});

const sounding = JSON.parse(readFileSync(new URL("sounding.json", import.meta.url), "utf8"));

test("the page finds names of other alphabets by what the library says of them", () => {
  for (const [name, typed, other, plain] of sounding) {
    const index = indexOf({ names: [name], workOf: () => "", plain: () => plain });
    assert.deepEqual(matches(index, typed, [0]), [0], `${name}: ${typed}`);
    assert.deepEqual(matches(index, other, [0]), [], `${name}: ${other}`);
  }
});

test("search finds own and plain letters, whose name begins so first", () => {
  const names = ["Anna Leigh", "Søren Lind", "Lena Soren"];
  const plain = { 1: "soren lind" };
  const index = indexOf({ names, workOf: () => "Chef, Blå", plain: (i) => plain[i] || "" });
  const score = [0, 0, 9];
  assert.deepEqual(matches(index, "Søren", score), [1]);
  assert.deepEqual(matches(index, "soren", score), [2, 1]);
  assert.deepEqual(matches(index, "le", score), [2, 0]);
  assert.deepEqual(matches(index, "bla chef lind", score), [1]);
  assert.deepEqual(matches(index, "  ", score), []);
});
