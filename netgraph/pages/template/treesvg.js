// @ts-check
// The tree as an SVG drawing, for slides and print.

import { YOU } from "./branches.js";
import { draw } from "./dom.js";
import { LEAD, OUTCOME } from "./outcomes.js";

const PRINTED = { ink: "#1f262d", accent: "#0a628a" };

const drawPerson = (tree, i) => {
  const { x, y } = tree.place(i);
  const outcome = tree.isPerson(i) ? tree.data.outcome[i] : 0;
  const lead = outcome === LEAD;
  const fill = PRINTED[OUTCOME[outcome].colour] || OUTCOME[outcome].colour;
  const r = i === YOU ? 20 : tree.sizeOf(i);
  const paint = { fill: lead ? "#ffffff" : fill, stroke: lead ? fill : "#ffffff", "stroke-width": 1.5 };
  return [
    draw("circle", { cx: x, cy: y, r, ...paint }),
    draw("text", { x: x + r + (i === YOU ? 4 : 5), y: y + 4, fill: PRINTED.ink }, tree.nameOf(i)),
  ];
};

export const drawTree = (tree, box) => {
  const { places, order } = tree.shape;
  const line = (u, v, attributes) => {
    const [a, b] = [places.get(u), places.get(v)];
    return draw("line", { x1: a.x, y1: a.y, x2: b.x, y2: b.y, ...attributes });
  };
  const size = [box.left, box.top, box.right - box.left, box.bottom - box.top];
  const root = draw(
    "svg",
    { viewBox: size.map(Math.round).join(" "), "font-family": "sans-serif", "font-size": 12 },
    ...order
      .filter((i) => i !== YOU)
      .map((i) => line(tree.parentOf(i), i, { stroke: "#8a8778", "stroke-width": 1.5 })),
    ...tree.data.others
      .filter(([u, v]) => places.has(u) && places.has(v))
      .map(([u, v]) => line(u, v, { stroke: "#a8470c", "stroke-dasharray": "5 4" })),
    ...order.flatMap((i) => drawPerson(tree, i)),
  );
  return new XMLSerializer().serializeToString(root);
};
