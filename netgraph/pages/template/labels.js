// @ts-check
// Whose names stand on the map, and where. The order is the same for every picture: circles, goal
// employers (people in their discs can stand aside, they cannot), those suggested, due and waiting, openers of doors, employers of five or more.

import { NARROW } from "./camera.js";
import { BOLD, Lettering, PLAIN, UPWARDS } from "./lettering.js";
import { LOOSE, RING } from "./people.js";
import { standingAt } from "./standing.js";
import { ink } from "./theme.js";
import { nameWedges, wedgeAt } from "./wheel.js";

const MOST_GROUPS = 60;
const CROWD = 1500; // among so many only the largest employers have a name from afar
const LARGEST = 20;
const SMALL = 5; // discs that small may lie under the name of another
const MANY = 5; // an employer of so many has a name from afar
const FEW = 12;
const DENSE = 2500; // so many dots in sight keep names off; of more only those that are marked
const OUTER = 0.65;
const STRONG = `650 13px ${PLAIN.slice(5)}`;

export class Labels {
  /** @param {Omit<MapState, "overlay">} map */
  constructor(map) {
    this.map = map;
    this.named = new Set();
    const rings = map.groups.filter(({ kind }) => kind === RING);
    this.standing = new Map(rings.map((group) => [group, standingAt(map.people, group)]));
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
    const { people, radius, view } = this.map;
    if (!view.visible[i]) return true;
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

  // Whether a box on the screen touches a wedge for which that is so.
  #touches(place, scale, test) {
    const { life } = this.map.data;
    const [left, top] = place(0, 0);
    const wedgeOf = (x, y) => wedgeAt(life, (x - left) / scale, (y - top) / scale);
    return ([x0, y0, x1, y1]) =>
      Boolean(life) && [x0, (x0 + x1) / 2, x1].some((x) => [y0, y1].some((y) => test(wedgeOf(x, y))));
  }

  // Each in its own wedge; of two rows of them the outer is named above, the inner below.
  #nameGoals(letters, place, scale) {
    const { groups, data, view } = this.map;
    groups.forEach((group, g) => {
      if (group.kind !== RING) return;
      const barred = this.#touches(place, scale, (k) => k >= 0 && k !== group.wedge);
      const outer = Math.hypot(group.x, group.y) > OUTER * data.life.rim;
      const options = {
        font: STRONG,
        colour: ink.goal,
        far: 56,
        disc: g,
        barred,
        ...(outer ? { sides: UPWARDS } : {}),
      };
      if (!this.#nameGroup(letters, place, scale, g, options, view.isThen() ? "" : this.standing.get(group)))
        this.#nameGroup(letters, place, scale, g, options);
    });
  }

  #cover(letters, place, frame, scale) {
    this.map.groups.forEach((disc, g) => {
      if (disc.kind === LOOSE || disc.r * scale < SMALL || !this.map.painter.seen(disc, frame)) return;
      letters.cover(...place(disc.x, disc.y), 0.75 * disc.r * scale, g);
    });
  }

  #nameGroups(letters, place, frame, scale) {
    const { groups, view, painter, data } = this.map;
    const wanted = data.life ? data.life.wedges.map(({ kind }) => kind === "goal") : [];
    const barred = this.#touches(place, scale, (k) => wanted[k]);
    const options = { font: PLAIN, colour: view.focused() ? ink.edge : ink.soft, far: 0, barred };
    const least = data.life ? (scale > 0.9 ? 2 : MANY) : 2;
    const most = data.life && this.map.people.n > CROWD && scale < 0.9 ? LARGEST : MOST_GROUPS;
    let written = 0;
    for (const g of this.order) {
      const disc = groups[g];
      if (disc.kind !== 0 || disc.end - disc.first < least || !painter.seen(disc, frame)) continue;
      if (disc.r * scale < 15 || written >= most) break;
      if (this.#nameGroup(letters, place, scale, g, { ...options, disc: g })) written++;
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
  #marked([width], dense) {
    const { marked, people } = this.map;
    if (width <= NARROW) return [];
    return dense ? marked.filter((i) => people.due.has(i)).slice(0, FEW) : marked;
  }

  /** Write names: those of `first`, of discs, and from near of `most` people; none on `obstacles`. */
  paint(context, frame, scale, place, { most, obstacles, first, size, badges, moving }) {
    const { map } = this;
    const letters = new Lettering(context, size);
    this.named = new Set();
    obstacles.forEach((box) => letters.take(box));
    Object.assign(context, { textAlign: "center", textBaseline: "middle", lineJoin: "round" });
    Object.assign(context, { lineWidth: 3.5, strokeStyle: ink.halo });
    const crowd = moving && map.people.n > DENSE;
    const seen = crowd ? [...map.live].filter((i) => map.painter.inside(i, frame)) : this.#inSight(frame);
    this.#occupy(letters, place, scale, seen);
    for (const [x, y, r, i] of badges) letters.occupy(x, y, r, i);
    if (map.data.life) nameWedges(letters, map.data.life, (k) => map.view.tint(k), place, size[0] <= NARROW);
    const narrow = size[0] <= NARROW;
    this.#cover(letters, place, frame, scale);
    this.#nameGoals(letters, place, scale);
    for (const i of first) this.#namePerson(letters, place, scale, i, BOLD, narrow ? 28 : 112);
    if (!map.view.focused())
      for (const i of this.#marked(size, crowd || seen.length > DENSE))
        if (!first.has(i)) this.#namePerson(letters, place, scale, i, PLAIN, 28);
    this.#nameGroups(letters, place, frame, scale);
    if (!crowd && (scale > 1.1 || seen.length < 40))
      this.#nameOthers(letters, place, scale, seen, most, first);
    return letters;
  }
}
