// @ts-check
// Names beside what they name, never over one another nor under a panel.

export const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";
export const BOLD = "600 12px " + FONT;
export const PLAIN = "12px " + FONT;

const REMEMBERED = 20000;

export class Lettering {
  constructor(context) {
    this.context = context;
    this.widths = new Map();
    this.taken = [];
  }

  widthOf(text, font) {
    const key = font + text;
    let width = this.widths.get(key);
    if (width === undefined) {
      this.context.font = font;
      width = this.context.measureText(text).width;
      if (this.widths.size > REMEMBERED) this.widths.clear();
      this.widths.set(key, width);
    }
    return width;
  }

  /** The text, cut so that it is no wider than `most`; nothing where three letters do not fit. */
  fitted(text, font, most) {
    if (this.widthOf(text, font) <= most) return text;
    const letters = Array.from(text);
    let low = 0;
    let high = letters.length;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.widthOf(letters.slice(0, middle).join("") + "…", font) <= most) low = middle;
      else high = middle - 1;
    }
    return low < 3 ? "" : letters.slice(0, low).join("").trimEnd() + "…";
  }

  take(box) {
    this.taken.push(box);
  }

  free(box) {
    return this.taken.every(
      (other) => box[2] < other[0] || box[0] > other[2] || box[3] < other[1] || box[1] > other[3],
    );
  }

  /** Write a text if its place is free, and say whether it was. */
  write(text, x, y, font, colour) {
    const half = this.widthOf(text, font) / 2;
    const box = [x - half - 3, y - 8, x + half + 3, y + 8];
    if (!text || !this.free(box)) return false;
    this.take(box);
    this.context.font = font;
    this.context.strokeText(text, x, y);
    this.context.fillStyle = colour;
    this.context.fillText(text, x, y);
    return true;
  }
}
