// @ts-check
// The circles of life: wedges around you, their tints, and their names outside the rim.

import { FONT } from "./lettering.js";
import { ink, isDark, lighter } from "./theme.js";
import { count } from "./words.js";

const TURN = 2 * Math.PI;
const GAP = 3; // half the distance between two wedges, on the screen

/** The middle of a wedge, as an angle. */
export const middleOf = (wedge) => (wedge.from + wedge.to) / 2;

/** The wheel's own box, without names. */
export const wheelBox = ({ rim }) => ({ left: -rim, right: rim, top: -rim, bottom: rim });

/** The wedge in which a place stands, -1 for none. */
export const wedgeAt = ({ rim, wedges }, x, y) => {
  if (Math.hypot(x, y) > rim) return -1;
  const angle = Math.atan2(y, x);
  return wedges.findIndex(({ from, to }) => (((angle - from) % TURN) + TURN) % TURN <= to - from);
};

const outlineWedge = (context, { from, to }, inner, outer, gap) => {
  const [near, far] = [gap / inner, gap / outer];
  context.beginPath();
  if (to - from > 6.28) {
    context.arc(0, 0, outer, 0, 7);
    return;
  }
  context.arc(0, 0, outer, from + far, to - far);
  context.arc(0, 0, inner, to - near, from + near, true);
  context.closePath();
};

/** The outline of a wedge as an SVG path around a middle. */
export const arcOf = ({ from, to }, inner, outer, [x, y]) => {
  const at = (r, angle) => `${(x + r * Math.cos(angle)).toFixed(1)} ${(y + r * Math.sin(angle)).toFixed(1)}`;
  const [near, far] = [GAP / inner, GAP / outer];
  const whole = to - from > 6.28;
  const [start, end] = whole ? [0, Math.PI] : [from + far, to - far];
  const large = !whole && to - from > Math.PI ? 1 : 0;
  const out = `M${at(outer, start)}A${outer} ${outer} 0 ${large} 1 ${at(outer, end)}`;
  if (whole) return `${out}A${outer} ${outer} 0 0 1 ${at(outer, start)}Z`;
  return `${out}L${at(inner, to - near)}A${inner} ${inner} 0 ${large} 0 ${at(inner, from + near)}Z`;
};

/** Paint the ground of every wedge; where you want to go has an edge as well. */
export const paintWheel = (context, life, colourOf, scale) => {
  const alpha = context.globalAlpha;
  life.wedges.forEach((wedge, k) => {
    const goal = wedge.kind === "goal";
    outlineWedge(context, wedge, life.hub * 0.62, life.rim, GAP / scale);
    context.fillStyle = colourOf(k);
    context.globalAlpha = alpha * (goal ? 0.13 : 0.1);
    context.fill();
    if (!goal) return;
    context.globalAlpha = alpha;
    context.strokeStyle = ink.goal;
    context.lineWidth = 1.6 / scale;
    context.stroke();
  });
  context.globalAlpha = alpha;
};

const titleOf = ({ name, years, kind }) => (kind === "goal" ? years : name);

/** What is written at a wedge: its name, and its years or how many people. */
export const wedgeLines = ({ name, years, people, kind }) => {
  if (kind === "all" && !name) return [];
  const known = `${count(people)} ${people === 1 ? "person" : "people"}`;
  if (kind === "goal") return [years, `${name}: ${people ? `${known} there` : "you know nobody there"}`];
  return [name, years ? `${years}, ${known}` : known];
};

/** Words in lines no longer than `most`, as even as they come. */
export const wrapped = (text, most, widthOf) => {
  const lines = [];
  for (const word of text.split(" ")) {
    const last = lines.length - 1;
    if (last >= 0 && widthOf(`${lines[last]} ${word}`) <= most) lines[last] += " " + word;
    else lines.push(word);
  }
  return lines;
};

const UPRIGHT = 0.5; // above and below the wheel lines are centred, beside it they begin or end there
const HEADING = `650 13.5px ${FONT}`;
const NOTE = `12px ${FONT}`;
const CURVED = `650 11.5px ${FONT}`;

const made = new WeakMap();

// The lines of a wedge do not change: they are made once for a width.
const linesAt = (letters, wedge, most) => {
  const known = made.get(wedge) || new Map();
  made.set(wedge, known);
  if (!known.has(most)) known.set(most, linesOf(letters, wedge, most));
  return known.get(most);
};

const linesOf = (letters, wedge, most) => {
  const [name, ...notes] = wedgeLines(wedge);
  if (!name) return [];
  const fit = (text, font) => wrapped(text, most, (some) => letters.widthOf(some, font));
  return [
    ...fit(name, HEADING).map((text) => ({ text, font: HEADING })),
    ...notes.flatMap((note) => fit(note, NOTE)).map((text) => ({ text, font: NOTE })),
  ];
};

// The box outside the rim nearest to it in a direction; it touches the rim nowhere.
const boxOutside = (middle, r, angle, width, height) => {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  for (let away = r + 7; ; away += 3) {
    const left = middle[0] + away * cos + (cos - 1) * (width / 2);
    const top = middle[1] + away * sin + (sin - 1) * (height / 2);
    const dx = Math.max(left - middle[0], 0, middle[0] - left - width);
    const dy = Math.max(top - middle[1], 0, middle[1] - top - height);
    if (Math.hypot(dx, dy) >= r + 6) return [left, top, left + width, top + height];
  }
};

// Lines of names are so wide, where there is room.
const WIDTHS = [
  [300, 180],
  [140, 90],
];

// Names that would meet move along the rim.
const TURNS = [0, 0.25, -0.25, 0.5, -0.5, 0.75, -0.75, 1, -1];

const nameBeside = (letters, wedge, colour, middle, r, most) => {
  const lines = linesAt(letters, wedge, most);
  if (!lines.length) return true;
  const widths = lines.map(({ text, font }) => letters.widthOf(text, font));
  const [width, height] = [Math.max(...widths), 16 * lines.length];
  const half = (wedge.to - wedge.from) / 2;
  for (const turn of TURNS) {
    const angle = middleOf(wedge) + turn * half;
    const box = boxOutside(middle, r, angle, width, height);
    if (!letters.fits(box)) continue;
    letters.take(box);
    letters.placed.push({ text: titleOf(wedge), box, owner: null });
    const indent = Math.abs(Math.cos(angle)) < UPRIGHT ? 0.5 : Math.cos(angle) > 0 ? 0 : 1;
    lines.forEach(({ text, font }, k) => {
      const x = box[0] + indent * (width - widths[k]);
      letters.ink(text, x, box[1] + 16 * k + 8, font, font === HEADING ? colour : ink.soft);
    });
    return true;
  }
  return false;
};

// On a phone, and where no room is beside it, a name follows the rim; where the wedge is narrow it
// loses its last words.
const nameAlong = (letters, wedge, colour, [x, y], r) => {
  const [name] = wedgeLines(wedge);
  const room = (wedge.to - wedge.from) * r - 6;
  const words = (name || "").split(" ");
  while (words.length && letters.widthOf(words.join(" "), CURVED) > room) words.pop();
  if (!words.length) return;
  const text = words.join(" ");
  letters.placed.push({ text: name, box: null, owner: null });
  const middle = middleOf(wedge);
  const below = Math.sin(middle) > 0;
  const away = r + (below ? 15 : 8);
  let angle = middle + ((below ? 1 : -1) * letters.widthOf(text, CURVED)) / 2 / away;
  const { context } = letters;
  for (const letter of text) {
    const step = letters.widthOf(letter, CURVED) / away;
    angle += ((below ? -1 : 1) * step) / 2;
    context.save();
    context.translate(x + away * Math.cos(angle), y + away * Math.sin(angle));
    context.rotate(angle + (below ? -Math.PI / 2 : Math.PI / 2));
    const [lx, ly] = [x + away * Math.cos(angle), y + away * Math.sin(angle)];
    letters.take([lx - 7, ly - 7, lx + 7, ly + 7]);
    letters.ink(letter, -letters.widthOf(letter, CURVED) / 2, 0, CURVED, colour);
    const turned = angle + (below ? -Math.PI / 2 : Math.PI / 2);
    const [cos, sin] = [Math.cos(turned), Math.sin(turned)];
    letters.written[letters.written.length - 1].turn = [cos, sin, -sin, cos, lx, ly];
    context.restore();
    angle += ((below ? -1 : 1) * step) / 2;
  }
};

/** Write the wedges' names outside the rim. */
export const nameWedges = (letters, life, colourOf, place, narrow) => {
  const middle = place(0, 0);
  const r = place(life.rim, 0)[0] - middle[0];
  life.wedges.forEach((wedge, k) => {
    const tint = isDark() ? lighter(colourOf(k)) : colourOf(k);
    const colour = wedge.kind === "goal" ? ink.goal : tint;
    const widths = narrow ? [] : WIDTHS[wedge.kind === "goal" ? 0 : 1];
    if (!widths.some((most) => nameBeside(letters, wedge, colour, middle, r, most)))
      nameAlong(letters, wedge, colour, middle, r);
  });
};
