// @ts-check
// Moving and zooming: the same for the map and the tree.

import { isCalm } from "./dom.js";
import { clamp } from "./words.js";

export const NARROW = 820;
export const HIGHEST = 6;

export class Camera {
  /** `sides` are the widths of the panels left and right, over the picture when it is wide, and what stands below it when it is not. */
  constructor(network, stage, sides) {
    this.network = network;
    this.stage = stage;
    this.sides = sides;
    this.bare = false;
  }

  // What panels and bars cover: left, right, top, bottom; on paper there are none.
  #covered() {
    const { stage, sides } = this;
    if (this.bare) return [10, 10, 10, 10];
    const wide = stage.clientWidth > NARROW;
    return wide ? [sides.left, sides.right, 66, 14] : [10, 10, 112, 66 + (sides.below || 0)];
  }

  /** What the panels leave free, and more kept free on demand. */
  room(spare = {}) {
    const { stage } = this;
    const [left, right, top, bottom] = this.#covered();
    const free = {
      left: left + (spare.x || 0),
      right: right + (spare.end || spare.x || 0),
      top: top + (spare.y || 0),
      bottom: bottom + (spare.y || 0),
    };
    return {
      ...free,
      w: stage.clientWidth - free.left - free.right,
      h: stage.clientHeight - free.top - free.bottom,
    };
  }

  go(target, time = 300) {
    const animation = isCalm() || !time ? false : { duration: time, easingFunction: "easeInOutQuad" };
    this.network.moveTo({ ...target, animation });
  }

  /** The view in which a box fills the free room, at no more than the scale `most`. */
  fitted(box, { most = 2, least = 0, spare = {} } = {}) {
    const { stage } = this;
    const { left, right, top, bottom, w, h } = this.room(spare);
    const whole = Math.min(w / (box.right - box.left), h / (box.bottom - box.top), most);
    const scale = Math.max(whole, least);
    const middle = {
      x: (box.left + box.right) / 2 + (right - left) / 2 / scale,
      y: (box.top + box.bottom) / 2 + (bottom - top) / 2 / scale,
    };
    const start = {
      x: box.left + (stage.clientWidth / 2 - left) / scale,
      y: box.top + (stage.clientHeight / 2 - top) / scale,
    };
    return { scale, position: scale > whole ? { x: start.x, y: Math.min(start.y, middle.y) } : middle };
  }

  centreOn({ x, y }, scale) {
    const { left, right } = this.room();
    this.go({ scale, position: { x: x + (right - left) / 2 / scale, y } });
  }

  /** Zoom by a factor; the place `at`, or the middle, stays where it is on the screen. */
  zoom(factor, lowest, at = undefined) {
    const old = this.network.getScale();
    const scale = clamp(old * factor, lowest, HIGHEST);
    const centre = this.network.getViewPosition();
    const still = at || centre;
    const share = old / scale;
    const position = {
      x: still.x + (centre.x - still.x) * share,
      y: still.y + (centre.y - still.y) * share,
    };
    this.go({ scale, position }, 160);
  }

  pan(right, down) {
    const { x, y } = this.network.getViewPosition();
    const step = 80 / this.network.getScale();
    this.network.moveTo({ position: { x: x + right * step, y: y + down * step } });
  }

  /** What of the picture is on the screen. */
  frame() {
    const { network, stage } = this;
    const { x: left, y: top } = network.DOMtoCanvas({ x: 0, y: 0 });
    const { x: right, y: bottom } = network.DOMtoCanvas({ x: stage.clientWidth, y: stage.clientHeight });
    return { left, top, right, bottom };
  }
}
