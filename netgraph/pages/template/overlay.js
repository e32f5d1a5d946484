// @ts-check
// What lies over the dots: ties, chains, the person chosen, badges for what is due, ranks.

import { FONT } from "./lettering.js";
import { SPRITE_FILL } from "./painter.js";
import { INFERRED } from "./people.js";
import { ink } from "./theme.js";
import { paintWays } from "./ways.js";
import { clamp } from "./words.js";

export const TIES_AT_ONCE = 800;

const paintBadge = (context, text, [x, y], r, colour, on) => {
  context.beginPath();
  context.arc(x, y, r, 0, 7);
  context.fillStyle = colour;
  context.fill();
  context.lineWidth = 1.5;
  context.strokeStyle = ink.halo;
  context.stroke();
  context.font = `750 ${r * (text === "!" ? 1.6 : 1.2)}px ${FONT}`;
  context.fillStyle = on;
  context.fillText(text, x, y + 0.5);
};

/** Numbers of people who stand close move aside, so that each can be read. */
export const freeSpot = (pinned, x, y, r) => {
  for (let k = 0; k < 24; k++) {
    const away = k ? (r + 1) * (1 + k / 8) : 0;
    const [px, py] = [x + away * Math.cos(k * 2.4), y + away * Math.sin(k * 2.4)];
    if (pinned.every(([ox, oy, or]) => Math.hypot(px - ox, py - oy) >= r + or)) return [px, py];
  }
  return [x, y];
};

export class Overlay {
  /** @param {Omit<MapState, "overlay">} map */
  constructor({ people, groups, ties, view, painter, live, ways, radius }) {
    this.ways = ways;
    this.people = people;
    this.groups = groups;
    this.ties = ties;
    this.view = view;
    this.painter = painter;
    this.live = live;
    this.radius = radius;
    this.badges = [];
  }

  #badge(context, text, at, r, colour, on) {
    this.badges.push({ text, at, r, colour, on });
    paintBadge(context, text, at, r, colour, on);
  }

  #stroke(context, chosen, dash, width, alpha) {
    const { ties, view, people } = this;
    context.beginPath();
    for (const k of chosen) {
      const [a, b] = [ties.a[k], ties.b[k]];
      if (!view.visible[a] || !view.visible[b]) continue;
      context.moveTo(people.x[a], people.y[a]);
      context.lineTo(people.x[b], people.y[b]);
    }
    context.setLineDash(dash);
    context.lineWidth = width;
    context.globalAlpha = alpha;
    context.strokeStyle = ink.edge;
    context.stroke();
    context.setLineDash([]);
    context.globalAlpha = 1;
  }

  #inFrame(from, to, frame, most) {
    const { ties, groups, people, painter } = this;
    const seen = (i) => painter.seen(groups[people.group[i]], frame);
    const kept = [];
    for (let k = from; k < to && kept.length < most; k++)
      if (seen(ties.a[k]) || seen(ties.b[k])) kept.push(k);
    return kept;
  }

  #paintTiesOf(context, i, scale) {
    const [sure, guessed] = [[], []];
    for (const [, k] of this.ties.of(i)) (this.ties.basis[k] === INFERRED ? guessed : sure).push(k);
    this.#stroke(context, sure, [6 / scale, 4 / scale], 1.4 / scale, 0.9);
    this.#stroke(context, guessed, [1.5 / scale, 4 / scale], 1.3 / scale, 0.8);
  }

  paintTies(context, frame, scale, moving) {
    const { view, ties } = this;
    if (view.selected >= 0) return void this.#paintTiesOf(context, view.selected, scale);
    if (view.chain) return;
    const alpha = clamp(scale * 1.6, 0.1, 0.6);
    const width = 0.9 / Math.sqrt(scale);
    const dash = (on, off) => (moving ? [] : [on / Math.sqrt(scale), off / Math.sqrt(scale)]);
    if (view.known && (ties.inferred < TIES_AT_ONCE || scale > 0.3)) {
      const chosen = this.#inFrame(0, ties.inferred, frame, moving ? 150 : TIES_AT_ONCE);
      this.#stroke(context, chosen, dash(4, 3.5), width, alpha);
    }
    if (view.inferred) {
      const most = moving ? 300 : TIES_AT_ONCE;
      const chosen = this.#inFrame(ties.inferred, ties.basis.length, frame, most);
      this.#stroke(context, chosen, dash(1, 3), width, alpha);
    }
  }

  paintWays(context, scale) {
    if (!this.view.isThen()) paintWays(context, this.people, this.ways, this.view, scale);
  }

  paintChain(context, scale) {
    const { view, people } = this;
    if (!view.chain) return;
    context.strokeStyle = ink.accent;
    context.lineJoin = "round";
    view.chain.routes.forEach((route, k) => {
      context.lineWidth = (k === 0 ? 4 : 2) / scale;
      context.globalAlpha = k === 0 ? 0.95 : 0.55;
      context.beginPath();
      for (const i of route) context.lineTo(i < 0 ? 0 : people.x[i], i < 0 ? 0 : people.y[i]);
      context.stroke();
    });
    context.globalAlpha = 1;
  }

  paintFocus(context, scale) {
    const { view, people, live, painter, radius } = this;
    for (const i of view.chain || view.near) {
      if (i < 0 || live.has(i) || !view.visible[i]) continue;
      const half = radius(i, scale) / SPRITE_FILL;
      context.drawImage(painter.spriteOf(i), people.x[i] - half, people.y[i] - half, 2 * half, 2 * half);
    }
    const i = view.selected;
    if (i < 0) return;
    context.beginPath();
    context.arc(people.x[i], people.y[i], radius(i, scale) + 4 / scale, 0, 7);
    context.lineWidth = 2.5 / scale;
    context.strokeStyle = ink.accent;
    context.stroke();
  }

  paintBadges(context, place, scale, frame, suggested) {
    const { people, view, painter, live, radius } = this;
    const clear = (i) => view.visible[i] && !view.faded(i) && painter.inside(i, frame);
    this.badges = [];
    context.textAlign = "center";
    context.textBaseline = "middle";
    for (const i of view.isThen() ? [] : people.due.keys()) {
      if (!clear(i) || (scale < 0.3 && !live.has(i))) continue;
      const [x, y] = place(people.x[i], people.y[i]);
      const away = Math.max(radius(i, scale) * scale, 5) * 0.75 + 2;
      this.#badge(context, "!", [x + away, y - away], 5, ink.warm, ink.paper);
    }
    const pinned = [];
    for (const i of suggested.filter(clear)) {
      const r = Math.max(8, people.size[i] * scale * 0.62);
      const spot = /** @type {[number, number]} */ (freeSpot(pinned, ...place(people.x[i], people.y[i]), r));
      pinned.push([...spot, r]);
      this.#badge(context, String(people.rank.get(i) + 1), spot, r, ink.accent, ink["on-accent"]);
      pinned[pinned.length - 1].push(i);
    }
    return pinned;
  }
}
