// @ts-check
// How the referral tree is painted: marks for outcomes, rings or columns for generations, names.

import { ARC, COLUMN, ROOTS, YOU, childrenShown, columnAt, isMore } from "./branches.js";
import { FONT, Lettering } from "./lettering.js";
import { LEAD, OUTCOME, generationName } from "./outcomes.js";
import { outline } from "./shapes.js";
import { ink } from "./theme.js";

const INNER_NAMES = 120;
const SMALL = `11px ${FONT}`;

const letter = (ctx, text, size, colour) => {
  ctx.font = `650 ${size}px ${FONT}`;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillStyle = colour;
  ctx.fillText(text, 0, 0.5);
};

const pill = (ctx, text, ground, colour) => {
  ctx.font = `650 10px ${FONT}`;
  const half = ctx.measureText(text).width / 2 + 4;
  ctx.beginPath();
  ctx.roundRect(-half, -7, 2 * half, 14, 7);
  ctx.fillStyle = ground;
  ctx.fill();
  letter(ctx, text, 10, colour);
};

const clipped = (text, most) => {
  const letters = Array.from(text);
  return letters.length > most ? letters.slice(0, most - 1).join("") + "…" : text;
};

export class TreePainter {
  constructor(tree, network, stage, camera) {
    this.tree = tree;
    this.network = network;
    this.stage = stage;
    this.camera = camera;
  }

  sizeOf(i) {
    return Math.max(this.tree.sizeOf(i), 2.6 / this.network.getScale());
  }

  drawNode(i) {
    return ({ ctx, x, y }) => ({
      drawNode: () => {
        ctx.save();
        ctx.translate(x, y);
        if (i === YOU) this.#drawYou(ctx);
        else if (isMore(i)) pill(ctx, `+${this.tree.hiddenBehind(i)} more`, ink.soft, ink.ground);
        else this.#drawPerson(ctx, i);
        ctx.restore();
      },
      nodeDimensions: { width: 24, height: 24 },
    });
  }

  #drawYou(ctx) {
    outline(ctx, "circle", 24);
    ctx.fillStyle = ink.ink;
    ctx.fill();
    letter(ctx, "You", 15, ink.ground);
  }

  #drawPerson(ctx, i) {
    const { tree } = this;
    const { shape } = OUTCOME[tree.data.outcome[i]];
    const lead = tree.data.outcome[i] === LEAD;
    const r = this.sizeOf(i);
    ctx.globalAlpha = tree.isFaded(i) ? 0.15 : tree.isPale(i) ? 0.6 : 1;
    outline(ctx, shape, r);
    ctx.fillStyle = lead ? ink.ground : tree.colourOf(i);
    ctx.strokeStyle = lead ? tree.colourOf(i) : ink.halo;
    ctx.lineWidth = lead ? 2 : 1.5;
    if (lead) ctx.setLineDash([3, 2]);
    ctx.fill();
    ctx.stroke();
    ctx.setLineDash([]);
    if (tree.isFolded(i)) pill(ctx, "+" + tree.branches.below[i], ink.accent, ink["on-accent"]);
    if (i !== tree.selected) return;
    ctx.beginPath();
    ctx.arc(0, 0, r + 5, 0, 7);
    ctx.strokeStyle = ink.accent;
    ctx.lineWidth = 2.5;
    ctx.stroke();
  }

  #deepest() {
    const { shape, branches } = this.tree;
    return Math.max(0, ...shape.order.map(branches.depthOf));
  }

  bounds() {
    const all = [...this.tree.shape.places.values()];
    const [xs, ys] = [all.map(({ x }) => x), all.map(({ y }) => y)];
    return {
      left: Math.min(...xs) - 30,
      right: Math.max(...xs) + 30,
      top: Math.min(...ys) - 40,
      bottom: Math.max(...ys) + 30,
    };
  }

  /** The rings or lines on which a generation stands. */
  paintGenerations(context) {
    const { shape, isRadial } = this.tree;
    const scale = this.network.getScale();
    context.strokeStyle = ink.rim;
    context.lineWidth = 1 / scale;
    context.setLineDash([2 / scale, 5 / scale]);
    const last = this.#deepest();
    const { top, bottom } = this.bounds();
    for (let depth = 1; depth <= last; depth++) {
      context.beginPath();
      if (isRadial) context.arc(0, 0, shape.ring * depth, 0, 7);
      else {
        context.moveTo(columnAt(depth), top - 30);
        context.lineTo(columnAt(depth), bottom + 30);
      }
      context.stroke();
    }
    context.setLineDash([]);
  }

  #nameGenerations(letters, place) {
    const { shape, isRadial } = this.tree;
    const { top } = this.bounds();
    const [cos, sin] = [Math.cos(shape.gap), Math.sin(shape.gap)];
    for (let depth = 1; depth <= this.#deepest(); depth++) {
      const r = shape.ring * depth;
      const [x, y] = isRadial ? place(r * cos, r * sin) : place(columnAt(depth), top - 20);
      letters.write(generationName(depth), x, y, "600 11px " + FONT, ink.soft);
    }
  }

  #nameTurned(context, i, place, scale) {
    const { tree } = this;
    const { x, y, angle } = tree.place(i);
    const flip = Math.cos(angle) < 0;
    const away = (this.sizeOf(i) * scale + 5) * (flip ? -1 : 1);
    context.save();
    context.translate(...place(x, y));
    context.rotate(flip ? angle + Math.PI : angle);
    context.textAlign = flip ? "right" : "left";
    context.font = "11.5px " + FONT;
    context.globalAlpha = tree.isFaded(i) ? 0.25 : 1;
    context.fillStyle = tree.isPale(i) ? ink.soft : ink.ink;
    const text = clipped(tree.data.names[i], 22);
    context.strokeText(text, away, 0);
    context.fillText(text, away, 0);
    context.restore();
  }

  // The name right of the mark, below it where they work and since when, at a first door what it led to.
  #nameBeside(letters, context, i, place, scale) {
    const { tree } = this;
    const { x, y } = tree.place(i);
    const [px, py] = place(x, y);
    const away = this.sizeOf(i) * scale + 6 + (tree.isFolded(i) ? 14 : 0);
    // Right of somebody without branches the row is free.
    const inner = childrenShown(tree.branches, i).length;
    const column = COLUMN + (tree.branches.depthOf(i) === 1 ? ROOTS : 0);
    const room = inner ? column * scale - away - 12 : Infinity;
    const font = `${tree.data.outcome[i] === 0 ? 650 : 400} 12px ${FONT}`;
    const tall = tree.shape.row * scale > 26;
    const colour = tree.isPale(i) ? ink.soft : ink.ink;
    const name = letters.fitted(tree.data.names[i], font, room).map((text) => [text, font, colour]);
    const fits = tree.underOf(i).find((text) => letters.widthOf(text, SMALL) <= room);
    const under = fits ? [[fits, SMALL, ink.soft]] : [];
    const lines = (tall ? [...name, ...under] : name).slice(0, tall ? 2 : 1);
    context.globalAlpha = tree.isFaded(i) ? 0.25 : 1;
    // The line to whom they named runs on between two lines, or below one.
    const first = lines.length === 1 && !inner ? 0 : -7;
    lines.forEach(([text, own, tint], k) => letters.ink(text, px + away, py + first + 14 * k, own, tint));
    context.globalAlpha = 1;
  }

  /** How far the names of the last generation reach beyond it, on the screen. */
  longest() {
    const { tree, stage } = this;
    const letters = new Lettering(stage.querySelector("canvas").getContext("2d"));
    const last = this.#deepest();
    const widths = tree.shape.order
      .filter((i) => tree.isPerson(i) && tree.branches.depthOf(i) >= last)
      .flatMap((i) => [
        letters.widthOf(tree.data.names[i], `12px ${FONT}`),
        letters.widthOf(tree.underOf(i)[0], SMALL),
      ]);
    return Math.min(20 + Math.max(0, ...widths), stage.clientWidth / 4);
  }

  #nameInner(letters, place, scale) {
    const { tree } = this;
    const { below } = tree.branches;
    const crowded = ARC * scale <= 9.5;
    const inner = tree.shape.order
      .filter((i) => tree.isPerson(i) && (crowded || childrenShown(tree.branches, i).length))
      .sort((a, b) => below[b] - below[a]);
    for (const i of inner.slice(0, INNER_NAMES)) {
      if (tree.isFaded(i)) continue;
      const [x, y] = place(tree.place(i).x, tree.place(i).y);
      const above = y - this.sizeOf(i) * scale - 9;
      letters.write(clipped(tree.data.names[i], 22), x, above, `600 12px ${FONT}`, ink.ink);
    }
  }

  paintNames(context) {
    const { tree, stage } = this;
    const { left, top } = this.camera.frame();
    const scale = this.network.getScale();
    const place = (x, y) => /** @type {[number, number]} */ ([(x - left) * scale, (y - top) * scale]);
    const inside = ([x, y]) =>
      x > -150 && y > -20 && x < stage.clientWidth + 150 && y < stage.clientHeight + 20;
    context.save();
    context.setTransform(devicePixelRatio || 1, 0, 0, devicePixelRatio || 1, 0, 0);
    Object.assign(context, { textBaseline: "middle", textAlign: "center", lineJoin: "round" });
    Object.assign(context, { lineWidth: 3, strokeStyle: ink.halo });
    const letters = new Lettering(context);
    this.#nameGenerations(letters, place);
    for (const i of tree.shape.order) {
      if (!tree.isPerson(i) || !inside(place(tree.place(i).x, tree.place(i).y))) continue;
      const leaf = !childrenShown(tree.branches, i).length;
      if (!tree.isRadial) {
        if (tree.shape.row * scale > 12) this.#nameBeside(letters, context, i, place, scale);
      } else if (leaf && ARC * scale > 9.5) this.#nameTurned(context, i, place, scale);
    }
    context.textAlign = "center";
    if (tree.isRadial) this.#nameInner(letters, place, scale);
    context.restore();
  }
}
