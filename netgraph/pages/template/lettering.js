// @ts-check
// Names beside what they name, never over one another, over a node, nor under a panel.

export const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";
export const BOLD = "600 12px " + FONT;
export const PLAIN = "12px " + FONT;

const REMEMBERED = 20000;
const CELL = 48;
const LINE = 14;

/** Boxes by the cells of a grid, so that few have to be looked at. */
class Grid {
  constructor() {
    this.cells = new Map();
  }

  *#around([left, top, right, bottom]) {
    for (let x = Math.floor(left / CELL); x <= Math.floor(right / CELL); x++)
      for (let y = Math.floor(top / CELL); y <= Math.floor(bottom / CELL); y++) yield x * 4096 + y;
  }

  add(box, owner) {
    const entry = [...box, owner];
    for (const key of this.#around(box)) {
      const cell = this.cells.get(key);
      if (cell) cell.push(entry);
      else this.cells.set(key, [entry]);
    }
  }

  meets(box, owner) {
    for (const key of this.#around(box))
      for (const other of this.cells.get(key) || [])
        if (
          other[4] !== owner &&
          box[2] > other[0] &&
          box[0] < other[2] &&
          box[3] > other[1] &&
          box[1] < other[3]
        )
          return true;
    return false;
  }
}

const widths = new Map();

/** The sides on which a name may stand, the best first, as directions. */
const SIDES = [
  [0, 1],
  [0, -1],
  [1, 0],
  [-1, 0],
  [0.7, 0.7],
  [-0.7, 0.7],
  [0.7, -0.7],
  [-0.7, -0.7],
];

/** The same, above before below. */
export const UPWARDS = [SIDES[1], SIDES[0], ...SIDES.slice(2)];

const NONE = () => false;

export class Lettering {
  /** @param {[number, number]} size of the canvas, beyond which nothing is written */
  constructor(context, size = [Infinity, Infinity]) {
    this.context = context;
    this.size = size;
    this.labels = new Grid();
    this.nodes = new Grid();
    this.discs = new Grid();
    this.placed = [];
    this.written = [];
    this.leads = [];
  }

  widthOf(text, font) {
    const key = font + text;
    let width = widths.get(key);
    if (width === undefined) {
      this.context.font = font;
      width = this.context.measureText(text).width;
      if (widths.size > REMEMBERED) widths.clear();
      widths.set(key, width);
    }
    return width;
  }

  /** The text in at most two lines no wider than `most`; a longer one loses its last words. */
  fitted(text, font, most) {
    if (this.widthOf(text, font) <= most) return [text];
    const lines = [""];
    for (const word of text.split(" ")) {
      const longer = lines[lines.length - 1] ? `${lines[lines.length - 1]} ${word}` : word;
      if (this.widthOf(longer, font) <= most || !lines[lines.length - 1]) lines[lines.length - 1] = longer;
      else if (lines.length < 2) lines.push(word);
      else return [lines[0], lines[1] + " …"];
    }
    return lines;
  }

  /** Nothing may be written there. */
  take(box) {
    this.labels.add(box, null);
  }

  /** A node stands there; only its own name may touch it. */
  occupy(x, y, r, owner) {
    this.nodes.add([x - r, y - r, x + r, y + r], owner);
  }

  /** A disc lies there; the name of another one may not stand on it. */
  cover(x, y, r, disc) {
    this.discs.add([x - r, y - r, x + r, y + r], disc);
  }

  free(box, owner = undefined) {
    return !this.labels.meets(box, undefined) && !this.nodes.meets(box, owner);
  }

  /** Free of labels and wholly on the canvas. */
  fits(box) {
    return this.#inside(box) && !this.labels.meets(box, undefined);
  }

  #inside(box) {
    return box[0] >= 0 && box[1] >= 0 && box[2] <= this.size[0] && box[3] <= this.size[1];
  }

  /** Draw a text whose left end is given, wherever that is. */
  ink(text, x, y, font, colour) {
    const { context } = this;
    this.written.push({ text, x, y, font, colour, turn: null });
    context.font = font;
    context.textAlign = "left";
    context.strokeText(text, x, y);
    context.fillStyle = colour;
    context.fillText(text, x, y);
  }

  /** Write one centred line if its place is free, and say whether it was. */
  write(text, x, y, font, colour) {
    const half = this.widthOf(text, font) / 2;
    const box = [x - half - 3, y - 8, x + half + 3, y + 8];
    if (!text || this.labels.meets(box, undefined)) return false;
    this.take(box);
    this.ink(text, x - half, y, font, colour);
    return true;
  }

  /**
   * Write lines beside a node of radius `r`, on the first side that is free; further away, with a
   * line that leads there, for those who must be named. The name of a `disc` stands in it if it is
   * wide enough, and on no other disc; `barred` says which boxes are another's. Say whether there
   * was room.
   */
  beside(lines, [x, y], r, options) {
    const { font, colour, owner, far = 0, note = "", disc = -1, sides = SIDES, barred = NONE } = options;
    const written = [...lines.map((text) => [text, font]), ...(note ? [[note, PLAIN]] : [])];
    const width = Math.max(...written.map(([text, own]) => this.widthOf(text, own)));
    const [half, tall] = [width / 2 + 3, (LINE * written.length) / 2];
    for (let away = disc >= 0 && r > half + 6 ? -14 : 0; away <= far; away += 14)
      for (const [dx, dy] of away < 0 ? [[0, 0]] : sides) {
        const reach = r + 3 + away;
        const [cx, cy] = [x + dx * reach + Math.sign(dx) * half, y + dy * reach + Math.sign(dy) * tall];
        const box = [cx - half, cy - tall, cx + half, cy + tall];
        if (!this.#inside(box) || !this.free(box, owner)) continue;
        if (barred(box) || (disc >= 0 && this.discs.meets(box, disc))) continue;
        this.labels.add(box, owner);
        this.placed.push({ text: lines.join(" "), box, owner });
        if (away > 6) this.#lead(x + dx * r, y + dy * r, x + dx * reach, y + dy * reach, colour);
        written.forEach(([text, own], k) =>
          this.ink(text, cx - this.widthOf(text, own) / 2, cy - tall + LINE * (k + 0.5), own, colour),
        );
        return true;
      }
    return false;
  }

  #lead(fromX, fromY, toX, toY, colour) {
    const { context } = this;
    this.leads.push([fromX, fromY, toX, toY, colour]);
    context.save();
    context.beginPath();
    context.moveTo(fromX, fromY);
    context.lineTo(toX, toY);
    context.lineWidth = 1;
    context.strokeStyle = colour;
    context.globalAlpha *= 0.6;
    context.stroke();
    context.restore();
  }
}
