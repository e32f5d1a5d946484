// @ts-check
// The map as an SVG drawing, for slides and print: what the screen shows now, as shapes and words.

import { draw } from "./dom.js";
import { SHADES, shadeOf } from "./painter.js";
import { LOOSE, RING } from "./people.js";
import { ink } from "./theme.js";
import { bendOf } from "./ways.js";
import { arcOf } from "./wheel.js";

const round = (value) => Math.round(10 * value) / 10;

const circle = ([x, y], r, attributes) =>
  draw("circle", { cx: round(x), cy: round(y), r: round(r), ...attributes });

const wedges = ({ data, view }, place, scale) =>
  (data.life ? data.life.wedges : []).map((wedge, k) => {
    const goal = wedge.kind === "goal";
    const edge = goal ? { stroke: ink.goal, "stroke-width": 1.6 } : {};
    const d = arcOf(wedge, data.life.hub * 0.62 * scale, data.life.rim * scale, place(0, 0));
    return draw("path", { d, fill: view.tint(k), "fill-opacity": goal ? 0.13 : 0.1, ...edge });
  });

const discs = ({ data, groups, view }, place, scale) =>
  groups
    .filter(({ kind, first, end }) => kind === RING || (kind !== LOOSE && end - first > 1))
    .map((disc) => {
      const ring = disc.kind === RING;
      const stroke = ring ? ink.goal : data.life ? view.tint(disc.wedge) : ink.rim;
      const dashed = ring && disc.first === disc.end ? { "stroke-dasharray": "6 5" } : {};
      const fill = data.life ? ink.paper : ink.disc;
      const edge = { stroke, "stroke-width": ring ? 2.4 : 1, fill, ...dashed };
      return circle(place(disc.x, disc.y), (disc.r + 5) * scale, edge);
    });

const dots = ({ people, view }, place, scale) =>
  Array.from(people.x, (x, i) => {
    if (!view.visible[i]) return "";
    const colour = view.mode.colours[view.klass[i]];
    const alpha = view.mode.byCircle ? SHADES[shadeOf(people.strength[i])] : 1;
    const full = { fill: colour, "fill-opacity": alpha };
    const hollow = { fill: ink.ground, stroke: colour, "stroke-dasharray": "2 1" };
    return circle(place(x, people.y[i]), people.size[i] * scale, people.lead[i] ? hollow : full);
  });

const steps = ({ people, ways, view }, place) =>
  ways
    .filter(({ i }) => view.visible[i] && !view.chain)
    .flatMap(({ i, to }) => {
      const [you, at] = [place(0, 0), place(people.x[i], people.y[i])];
      const line = { stroke: ink.accent, "stroke-width": 1.8, fill: "none" };
      const first = draw("path", { d: `M${you.map(round)}L${at.map(round)}`, ...line });
      if (!to) return [first];
      const { middle, end } = bendOf(people.x[i], people.y[i], to);
      const d = `M${at.map(round)}Q${place(...middle).map(round)} ${place(...end).map(round)}`;
      const on = { stroke: ink.goal, "stroke-dasharray": "6 4", "marker-end": "url(#to)" };
      return [first, draw("path", { d, ...line, ...on })];
    });

const badge = ([x, y], r, text, fill, on, size = 1.2) => [
  circle([x, y], r, { fill, stroke: ink.halo, "stroke-width": 1.5 }),
  draw(
    "text",
    {
      x: round(x),
      y: round(y + r * size * 0.34),
      "text-anchor": "middle",
      "font-size": round(r * size),
      "font-weight": 700,
      fill: on,
    },
    text,
  ),
];

const leads = ({ leads: lines }) =>
  lines.map(([x1, y1, x2, y2, stroke]) => draw("line", { x1, y1, x2, y2, stroke, "stroke-opacity": 0.6 }));

const words = ({ written }) =>
  written.map(({ text, x, y, font, colour, turn }) => {
    const [, weight = "400", size] = /^(?:(\d+) )?([\d.]+)px/.exec(font);
    const halo = {
      stroke: ink.halo,
      "stroke-width": 3.5,
      "stroke-linejoin": "round",
      "paint-order": "stroke",
    };
    const at = turn ? { transform: `matrix(${turn.map((v) => Math.round(1e4 * v) / 1e4).join(" ")})` } : {};
    const own = { x: round(x), y: round(y), "font-size": size, "font-weight": weight, fill: colour };
    return draw("text", { ...own, "dominant-baseline": "central", ...halo, ...at }, text);
  });

const arrowHead = () =>
  draw(
    "defs",
    {},
    draw(
      "marker",
      { id: "to", viewBox: "0 0 10 10", refX: 8, refY: 5, markerWidth: 6, markerHeight: 6, orient: "auto" },
      draw("path", { d: "M0 1L10 5L0 9z", fill: ink.goal }),
    ),
  );

/**
 * The drawing as text of what the last frame had: its size, where places stand on it, the numbers
 * and exclamation marks, and all that was written.
 * @param {MapState} map
 */
export const drawMap = (map, title, { size, place, scale, badges, letters }) => {
  const root = draw(
    "svg",
    {
      viewBox: `0 0 ${size.join(" ")}`,
      "font-family": "system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif",
    },
    draw("title", {}, title),
    arrowHead(),
    draw("rect", { width: size[0], height: size[1], fill: ink.ground }),
    ...wedges(map, place, scale),
    ...discs(map, place, scale),
    ...dots(map, place, scale),
    ...steps(map, place),
    ...badge(place(0, 0), Math.max(24 * scale, 9), "You", ink.ink, ink.ground, 0.75),
    ...badges.flatMap(({ at, r, text, colour, on }) => badge(at, r, text, colour, on)),
    ...leads(letters),
    ...words(letters),
  );
  return new XMLSerializer().serializeToString(root);
};
