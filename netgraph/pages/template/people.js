// @ts-check
// Everybody on the map, read once from the page's columns.

import { lines, unpack } from "./columns.js";

// What a tie rests on.
export const OBSERVED = 1;
export const STATED = 2;
export const INFERRED = 3;

// The nearer somebody is, the larger; whoever is suggested is larger still.
const sizeOf = (people, score, i) =>
  Math.max(4.6 + 4 * (people.strength[i] / 100), score ? 6.5 + 3 * (score / 100) : 0);

/** @returns {People} */
export const readPeople = (/** @type {MapData} */ data) => {
  /** @type {any} */
  const people = { names: data.names ? lines(data.names) : [] };
  for (const [name, text] of Object.entries(data.columns)) people[name] = unpack(text);
  const n = (people.n = people.names.length);
  people.titles = lines(data.titles);
  people.companies = lines(data.companies);
  people.evidences = lines(data.evidences);
  people.lead = people.standing.map((value) => value >> 7);
  people.standing = people.standing.map((value) => value & 127);
  people.score = new Uint8Array(n);
  people.rank = new Map(data.next.map((suggestion, k) => [suggestion.i, k]));
  for (const { i, score } of data.next) people.score[i] = score;
  people.size = Float32Array.from(people.score, (score, i) => sizeOf(people, score, i));
  people.due = new Map(data.due);
  people.goals = data.goals.map((goal) => ({ name: goal.name, fit: unpack(goal.fit) }));
  people.titleOf = (i) => people.titles[people.title[i]];
  people.companyOf = (i) => people.companies[people.company[i]];
  people.plain = (i) => data.plain[i] || "";
  people.workOf = (i) => [people.titleOf(i), people.companyOf(i)].filter(Boolean).join(", ");
  return people;
};

/** Kinds of groups: a disc, people who stand alone, a ring of the goal. */
export const LOOSE = 1;
export const RING = 2;

export const UNKNOWN = "Not known";

/** @returns {Group[]} */
export const readGroups = (data, people) => {
  const discs = unpack(data.groups.discs);
  const sizes = unpack(data.groups.sizes);
  const kinds = unpack(data.groups.kinds);
  const wedges = unpack(data.groups.wedges);
  people.group = new Uint32Array(people.n);
  let first = 0;
  return Array.from(unpack(data.groups.names), (word, g) => {
    const name = people.companies[word] || UNKNOWN;
    const group = {
      name,
      x: discs[3 * g],
      y: discs[3 * g + 1],
      r: discs[3 * g + 2],
      first,
      end: first + sizes[g],
      kind: kinds[g],
      wedge: wedges[g],
    };
    people.group.fill(g, group.first, group.end);
    first = group.end;
    return group;
  });
};

export const addTo = (map, key, value) => (map.get(key) || map.set(key, []).get(key)).push(value);

export const readTies = (data) => {
  /** @type {any} */
  const ties = {
    a: unpack(data.ties.a),
    b: unpack(data.ties.b),
    basis: unpack(data.ties.basis),
    leftOut: data.ties.left_out,
  };
  ties.inferred = ties.basis.indexOf(INFERRED);
  if (ties.inferred < 0) ties.inferred = ties.basis.length;
  let index = null;
  const build = () => {
    index = new Map();
    for (let k = 0; k < ties.a.length; k++) {
      addTo(index, ties.a[k], [ties.b[k], k]);
      addTo(index, ties.b[k], [ties.a[k], k]);
    }
  };
  ties.of = (i) => {
    if (!index) build();
    return index.get(i) || [];
  };
  return ties;
};

/** @returns {Doors} */
export const readDoors = (data) => {
  const doors = { all: data.doors, into: new Map(), outOf: new Map() };
  for (const [from, to, status] of data.doors) {
    addTo(doors.into, to, [from, status]);
    addTo(doors.outOf, from, [to, status]);
  }
  return doors;
};

// A command that can be pasted into a shell: a plain name in quotes, else an id, else none.
export const commandOf = (data, people, i, verb) => {
  const handle = !data.commands ? "" : i in data.handles ? data.handles[i] : people.names[i];
  return handle && `netgraph ${verb} "${handle}"`;
};
