// @ts-check
// Whose names stand on the map, and where. The order is the same for every picture: circles, those
// suggested, goal employers, due and waiting, openers of doors, employers of five or more.

import { NARROW } from "./camera.js";
import { BOLD, Lettering, PLAIN } from "./lettering.js";
import { RING } from "./people.js";
import { ink } from "./theme.js";
import { nameWedges } from "./wheel.js";

const MOST_GROUPS = 60;
const MANY = 5; // an employer of so many has a name from afar
const FEW = 12;
const DENSE = 2500; // so many dots in sight keep names off; of more only those that are marked
// The standings of marks.py, the furthest first, as they are said of an employer.
const FURTHEST = /** @type {[number, string][]} */ ([
  [3, "agreed to talk"],
  [2, "asked, no answer yet"],
  [1, "ask planned"],
  [4, "talked"],
]);
const STRONG = `650 13px ${PLAIN.slice(5)}`;

export class Labels {
  /** @param {Omit<MapState, "overlay">} map */
  constructor(map) {
    this.map = map;
    this.named = new Set();
    this.order = map.groups.map((group, g) => g).sort((a, b) => map.groups[b].r - map.groups[a].r);
  }

  #inSight(frame) {
    const { groups, view, painter } = this.map;
    const found = [];
    for (const disc of groups) {
      if (!painter.seen(disc, frame)) continue;
      for (let i = disc.first; i < disc.end; i++)
        if (view.visible[i] && painter.inside(i, frame)) found.push(i);
    }
    return found;
  }

  #occupy(letters, place, scale, seen) {
    const { people, radius, live } = this.map;
    const all = seen.length <= DENSE && scale > 0.25;
    for (const i of seen) {
      if (!all && !live.has(i)) continue;
      const [x, y] = place(people.x[i], people.y[i]);
      letters.occupy(x, y, Math.max(radius(i, scale) * scale, 1.5), i);
    }
  }

  #namePerson(letters, place, scale, i, font, far) {
    const { people, radius } = this.map;
    const at = place(people.x[i], people.y[i]);
    const lines = letters.fitted(people.names[i], font, 170);
    const r = Math.max(radius(i, scale) * scale, 3);
    if (this.named.has(i)) return true;
    this.named.add(i);
    return letters.beside(lines, at, r, { font, colour: ink.ink, owner: i, far });
  }

  #nameGroup(letters, place, scale, g, options, note = "") {
    const disc = this.map.groups[g];
    const lines = letters.fitted(disc.name, options.font, Math.max(2.1 * disc.r * scale, 104));
    const at = place(disc.x, disc.y);
    return letters.beside(lines, at, disc.r * scale + 5, { owner: null, note, ...options });
  }

  // How far things have come at an employer of the goal: with whoever is furthest.
  #state({ first, end }) {
    const { people } = this.map;
    if (first === end) return "you know nobody there";
    const stands = new Set(Array.from(people.standing).slice(first, end));
    const furthest = FURTHEST.find(([k]) => stands.has(k));
    return furthest ? furthest[1] : end - first === 1 ? "1 known" : `${end - first} known`;
  }

  #nameGoals(letters, place, scale) {
    const options = { font: STRONG, colour: ink.goal, far: 28 };
    this.map.groups.forEach((group, g) => {
      if (group.kind === RING) this.#nameGroup(letters, place, scale, g, options, this.#state(group));
    });
  }

  #nameGroups(letters, place, frame, scale) {
    const { groups, view, painter, data } = this.map;
    const options = { font: PLAIN, colour: view.focused() ? ink.edge : ink.soft, far: 0 };
    const least = data.life ? (scale > 0.9 ? 2 : MANY) : 2;
    let written = 0;
    for (const g of this.order) {
      const disc = groups[g];
      if (disc.kind !== 0 || disc.end - disc.first < least || !painter.seen(disc, frame)) continue;
      if (disc.r * scale < 15 || written > MOST_GROUPS) break;
      if (this.#nameGroup(letters, place, scale, g, options)) written++;
    }
  }

  #nameOthers(letters, place, scale, seen, most, first) {
    const { people, view } = this.map;
    const others = seen
      .filter((i) => !view.faded(i) && !first.has(i))
      .sort((a, b) => people.score[b] - people.score[a] || people.strength[b] - people.strength[a] || a - b);
    for (const i of others.slice(0, most)) this.#namePerson(letters, place, scale, i, PLAIN, 0);
  }

  // On a phone, and where everybody is small, only few more have a name.
  #marked([width], seen) {
    const { marked, people } = this.map;
    if (width <= NARROW) return [];
    return seen.length > DENSE ? marked.filter((i) => people.due.has(i)).slice(0, FEW) : marked;
  }

  /** Write names: those of `first`, of discs, and from near of `most` people; none on `obstacles`. */
  paint(context, frame, scale, place, { most, obstacles, first, size, badges }) {
    const { map } = this;
    const letters = new Lettering(context, size);
    this.named = new Set();
    obstacles.forEach((box) => letters.take(box));
    Object.assign(context, { textAlign: "center", textBaseline: "middle", lineJoin: "round" });
    Object.assign(context, { lineWidth: 3.5, strokeStyle: ink.halo });
    const seen = this.#inSight(frame);
    this.#occupy(letters, place, scale, seen);
    for (const [x, y, r, i] of badges) letters.occupy(x, y, r, i);
    if (map.data.life) nameWedges(letters, map.data.life, (k) => map.view.tint(k), place, size[0] <= NARROW);
    const narrow = size[0] <= NARROW;
    if (narrow) this.#nameGoals(letters, place, scale);
    for (const i of first) this.#namePerson(letters, place, scale, i, BOLD, narrow ? 28 : 70);
    if (!narrow) this.#nameGoals(letters, place, scale);
    if (!map.view.focused())
      for (const i of this.#marked(size, seen))
        if (!first.has(i)) this.#namePerson(letters, place, scale, i, PLAIN, 28);
    this.#nameGroups(letters, place, frame, scale);
    if (scale > 1.1 || seen.length < 40) this.#nameOthers(letters, place, scale, seen, most, first);
    return letters;
  }
}
