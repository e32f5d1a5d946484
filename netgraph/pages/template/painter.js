// @ts-check
// Paints discs and dots. Zoomed out, all of them are one bitmap that changes only when colours or
// filters do, so that a frame costs the same for 50 people and for 30,000.

import { make } from "./dom.js";
import { REST } from "./modes.js";
import { LOOSE, RING } from "./people.js";
import { outline } from "./shapes.js";
import { ink } from "./theme.js";
import { paintWheel, wheelBox } from "./wheel.js";
import { clamp } from "./words.js";

const BITMAP = 2400;
const SPRITE = 48;
const EVERYWHERE = { left: -Infinity, right: Infinity, top: -Infinity, bottom: Infinity };
const EDGE = 6; // so much of the screen around it is kept for lines
const BLUR = 3.5; // while it moves the bitmap may be enlarged so far
const BITMAP_FROM = 800; // fewer people are painted one by one

export const SPRITE_FILL = 0.72; // a dot takes so much of its sprite

const boxAround = (groups) => {
  const box = { left: -120, right: 120, top: -120, bottom: 120 };
  for (const { x, y, r } of groups) {
    box.left = Math.min(box.left, x - r - 10);
    box.right = Math.max(box.right, x + r + 10);
    box.top = Math.min(box.top, y - r - 10);
    box.bottom = Math.max(box.bottom, y + r + 10);
  }
  return box;
};

const makeSprite = (colour, shape, hollow, alpha) => {
  const canvas = make("canvas", { width: SPRITE, height: SPRITE });
  const context = canvas.getContext("2d");
  context.translate(SPRITE / 2, SPRITE / 2);
  outline(context, shape, (SPRITE * SPRITE_FILL) / 2);
  context.lineJoin = "round";
  context.fillStyle = hollow ? ink.ground : colour;
  context.strokeStyle = hollow ? colour : ink.halo;
  context.lineWidth = hollow ? 6 : 2.5;
  if (hollow) context.setLineDash([7, 4]);
  context.globalAlpha = alpha;
  context.fill();
  context.stroke();
  return canvas;
};

// Who is near is strong in colour, who clicked once is pale.
export const SHADES = [1, 0.78, 0.55];
export const shadeOf = (strength) => (strength >= 45 ? 0 : strength > 8 ? 1 : 2);

export class Painter {
  /**
   * @param {Life | null} life
   * @param {People} people
   * @param {Group[]} groups
   * @param {View} view
   */
  constructor(life, people, groups, view) {
    this.life = life;
    this.people = people;
    this.groups = groups;
    this.view = view;
    this.box = life ? wheelBox(life) : boxAround(groups);
    this.width = this.box.right - this.box.left;
    this.height = this.box.bottom - this.box.top;
    this.bitmapScale = Math.min(2, BITMAP / Math.max(this.width, this.height));
    this.bitmap = document.createElement("canvas");
    this.still = document.createElement("canvas");
    this.stillScale = 0;
    this.sprites = [];
    this.common = [];
    this.freshen();
  }

  /** Colours, filters or the theme have changed. */
  freshen() {
    const { colours, shapes } = this.view.mode;
    this.sprites = colours.flatMap((colour, k) =>
      SHADES.flatMap((alpha) => [
        makeSprite(colour, shapes[k], false, alpha),
        makeSprite(colour, "circle", true, 1),
      ]),
    );
    this.common = this.groups.map((group) => this.#commonest(group));
    this.stale = true;
    this.stillScale = 0;
  }

  #commonest({ first, end }) {
    const { visible, klass, mode } = this.view;
    const times = new Array(mode.colours.length).fill(0);
    for (let i = first; i < end; i++) if (visible[i]) times[klass[i]]++;
    const most = Math.max(...times);
    return most ? times.indexOf(most) : -1;
  }

  spriteOf(i) {
    const { klass, mode } = this.view;
    const band = mode.byCircle ? shadeOf(this.people.strength[i]) : 0;
    return this.sprites[2 * (SHADES.length * klass[i] + band) + this.people.lead[i]];
  }

  seen(disc, frame) {
    return (
      disc.x + disc.r + 8 > frame.left &&
      disc.x - disc.r - 8 < frame.right &&
      disc.y + disc.r + 8 > frame.top &&
      disc.y - disc.r - 8 < frame.bottom
    );
  }

  inside(i, frame, margin = 0) {
    const { x, y } = this.people;
    return (
      x[i] > frame.left - margin &&
      x[i] < frame.right + margin &&
      y[i] > frame.top - margin &&
      y[i] < frame.bottom + margin
    );
  }

  #paintDiscs(context, frame, scale) {
    const { mode } = this.view;
    const tint = this.groups.length > 60 ? clamp(0.6 - scale, 0, 0.34) : 0;
    const alpha = context.globalAlpha;
    context.lineWidth = 1 / scale;
    context.strokeStyle = ink.rim;
    if (this.life) paintWheel(context, this.life, (k) => this.view.tint(k), scale);
    this.groups.forEach((disc, g) => {
      if (disc.kind === RING) return void this.#paintRing(context, disc, scale);
      if (disc.kind === LOOSE || disc.end - disc.first < 2) return;
      if (disc.r * scale < 2.5 || !this.seen(disc, frame)) return;
      context.beginPath();
      context.arc(disc.x, disc.y, disc.r + 5, 0, 7);
      context.fillStyle = this.life ? ink.paper : ink.disc;
      context.fill();
      const colour = mode.colours[this.common[g]];
      if (tint && colour && colour !== REST) {
        context.globalAlpha = alpha * tint;
        context.fillStyle = colour;
        context.fill();
        context.globalAlpha = alpha;
      }
      if (disc.r * scale <= 7) return;
      if (this.life) context.strokeStyle = this.view.tint(disc.wedge);
      context.stroke();
    });
  }

  // Where the goal is: a ring in the accent, dashed where nobody is known.
  #paintRing(context, disc, scale) {
    context.save();
    context.beginPath();
    context.arc(disc.x, disc.y, disc.r + 5, 0, 7);
    context.fillStyle = ink.paper;
    context.fill();
    context.lineWidth = 2.4 / scale;
    context.strokeStyle = ink.goal;
    if (disc.end === disc.first) context.setLineDash([6 / scale, 5 / scale]);
    context.stroke();
    context.restore();
  }

  #paintDot(context, i, scale) {
    const { x, y, size, lead, strength } = this.people;
    const r = size[i];
    if (r * scale < 4 && !lead[i]) {
      const { mode, klass } = this.view;
      const alpha = context.globalAlpha;
      context.fillStyle = mode.colours[klass[i]];
      if (mode.byCircle) context.globalAlpha = alpha * SHADES[shadeOf(strength[i])];
      const half = Math.max(r * scale, 0.6) / scale;
      if (half * scale < 1.2) context.fillRect(x[i] - half, y[i] - half, 2 * half, 2 * half);
      else {
        context.beginPath();
        context.arc(x[i], y[i], half, 0, 7);
        context.fill();
      }
      context.globalAlpha = alpha;
      return;
    }
    const half = r / SPRITE_FILL;
    context.drawImage(this.spriteOf(i), x[i] - half, y[i] - half, 2 * half, 2 * half);
  }

  #paintDots(context, frame, scale, skip) {
    const { visible } = this.view;
    for (const disc of this.groups) {
      if (!this.seen(disc, frame)) continue;
      for (let i = disc.first; i < disc.end; i++)
        if (visible[i] && !skip.has(i) && this.inside(i, frame, 20)) this.#paintDot(context, i, scale);
    }
  }

  #rebuild() {
    const { box, bitmap, bitmapScale } = this;
    this.stale = false;
    bitmap.width = Math.ceil(this.width * bitmapScale);
    bitmap.height = Math.ceil(this.height * bitmapScale);
    const context = bitmap.getContext("2d");
    context.setTransform(bitmapScale, 0, 0, bitmapScale, -box.left * bitmapScale, -box.top * bitmapScale);
    this.#paintDots(context, box, bitmapScale, new Set());
  }

  // Wedges, discs and dots as they are at this scale, painted once; while it moves the last will do.
  #paintStill(context, scale, moving) {
    const { box, still, view } = this;
    const wanted = scale * (devicePixelRatio || 1);
    const fits = this.stillScale && this.stillFocus === view.focused();
    if (!fits || (!moving && this.stillScale !== wanted)) this.#rebuildStill(scale, wanted);
    const [left, top] = [box.left - this.stillEdge, box.top - this.stillEdge];
    context.drawImage(still, left, top, still.width / this.stillScale, still.height / this.stillScale);
  }

  #rebuildStill(scale, wanted) {
    const { box, still, view, bitmap } = this;
    const edge = EDGE / scale;
    this.stillScale = wanted;
    this.stillFocus = view.focused();
    this.stillEdge = edge;
    still.width = Math.ceil((this.width + 2 * edge) * wanted);
    still.height = Math.ceil((this.height + 2 * edge) * wanted);
    const context = still.getContext("2d");
    context.setTransform(wanted, 0, 0, wanted, (edge - box.left) * wanted, (edge - box.top) * wanted);
    context.globalAlpha = view.focused() ? 0.5 : 1;
    this.#paintDiscs(context, EVERYWHERE, scale);
    if (this.stale) this.#rebuild();
    context.globalAlpha = view.focused() ? 0.22 : 1;
    context.drawImage(bitmap, box.left, box.top, this.width, this.height);
  }

  /** Paint one frame; `skip` are those whom vis-network draws. */
  paint(context, frame, scale, skip, moving) {
    const { people, view } = this;
    const far = scale * (devicePixelRatio || 1) <= this.bitmapScale * (moving ? BLUR : 1.2);
    if (people.n > BITMAP_FROM && far) {
      this.#paintStill(context, scale, moving);
      return;
    }
    context.globalAlpha = view.focused() ? 0.5 : 1;
    this.#paintDiscs(context, frame, scale);
    context.globalAlpha = view.focused() ? 0.22 : 1;
    this.#paintDots(context, frame, scale, skip);
    context.globalAlpha = 1;
  }
}
