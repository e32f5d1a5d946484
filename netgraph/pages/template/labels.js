// @ts-check
// Whose names stand on the map, and where.

import { BOLD, Lettering, PLAIN } from "./lettering.js";
import { ink } from "./theme.js";

const MOST_GROUPS = 60;

export class Labels {
  /**
   * @param {People} people
   * @param {Group[]} groups
   * @param {View} view
   * @param {import("./painter.js").Painter} painter
   */
  constructor(people, groups, view, painter) {
    this.people = people;
    this.groups = groups;
    this.view = view;
    this.painter = painter;
    this.order = groups.map((group, g) => g).sort((a, b) => groups[b].r - groups[a].r);
  }

  #nameGroups(letters, place, frame, scale) {
    const colour = this.view.focused() ? ink.edge : ink.soft;
    let written = 0;
    for (const g of this.order) {
      const disc = this.groups[g];
      const size = disc.r * scale;
      if (size < 17 || written > MOST_GROUPS) break;
      if (!this.painter.seen(disc, frame)) continue;
      if (disc.end - disc.first < 2 && scale < 1) continue;
      const text = letters.fitted(disc.name, BOLD, Math.max(2.25 * size, 84));
      const [x, y] = place(disc.x, disc.y - disc.r - 5);
      if (letters.write(text, x, y - 1, BOLD, colour)) written++;
    }
  }

  #candidates(frame, first) {
    const { people, groups, view, painter } = this;
    const found = [];
    for (const disc of groups) {
      if (!painter.seen(disc, frame)) continue;
      for (let i = disc.first; i < disc.end; i++)
        if (painter.inside(i, frame) && view.visible[i] && !view.faded(i) && !first.has(i)) found.push(i);
    }
    return found.sort(
      (a, b) => people.score[b] - people.score[a] || people.strength[b] - people.strength[a] || a - b,
    );
  }

  #namePeople(letters, place, frame, scale, most, first) {
    const candidates = this.#candidates(frame, first);
    if (candidates.length < 500) {
      for (const i of candidates) {
        const [x, y] = place(this.people.x[i], this.people.y[i]);
        const half = this.people.size[i] * scale * 0.8;
        letters.take([x - half, y - half, x + half, y + half]);
      }
    }
    for (const i of candidates.slice(0, most))
      this.#namePerson(letters, place, scale, i, PLAIN, Math.max(96, 60 * scale));
  }

  #namePerson(letters, place, scale, i, font, most) {
    const [x, y] = place(this.people.x[i], this.people.y[i]);
    const text = letters.fitted(this.people.names[i], font, most);
    const below = Math.max(this.people.size[i] * scale, 5) + 10;
    return (
      letters.write(text, x, y + below + 2, font, ink.ink) ||
      letters.write(text, x, y - below - 2, font, ink.ink)
    );
  }

  /** Write names: those of `first`, of discs, and from near of `most` people; none on `obstacles`. */
  paint(context, frame, scale, place, most, obstacles, first) {
    const letters = new Lettering(context);
    obstacles.forEach((box) => letters.take(box));
    Object.assign(context, { textAlign: "center", textBaseline: "middle", lineJoin: "round" });
    Object.assign(context, { lineWidth: 3.5, strokeStyle: ink.halo });
    for (const i of first) {
      const [x, y] = place(this.people.x[i], this.people.y[i]);
      const half = Math.max(this.people.size[i] * scale, 6);
      letters.take([x - half, y - half, x + half, y + half]);
    }
    for (const i of first)
      this.#namePerson(letters, place, scale, i, i === this.view.selected ? BOLD : PLAIN, 170);
    this.#nameGroups(letters, place, frame, scale);
    if (scale > 1.1) this.#namePeople(letters, place, frame, scale, most, first);
  }
}
