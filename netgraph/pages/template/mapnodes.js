// @ts-check
// The nodes and edges that vis-network draws: those who matter most now, and who introduced whom.

import { FONT } from "./lettering.js";
import { SPRITE_FILL } from "./painter.js";
import { ink } from "./theme.js";

const drawEgo =
  (scaleOf) =>
  ({ ctx, x, y }) => ({
    drawNode: () => {
      const r = Math.max(24, 9 / scaleOf());
      ctx.fillStyle = ink.ink;
      ctx.beginPath();
      ctx.arc(x, y, r, 0, 7);
      ctx.fill();
      ctx.fillStyle = ink.ground;
      ctx.font = `650 ${r * 0.62}px ${FONT}`;
      ctx.textAlign = "center";
      ctx.textBaseline = "middle";
      ctx.fillText("You", x, y + r * 0.04);
    },
    nodeDimensions: { width: 48, height: 48 },
  });

const drawPerson =
  ({ people, view, painter, radius }, i, scaleOf) =>
  ({ ctx, x, y }) => ({
    drawNode: () => {
      if (!view.visible[i]) return;
      const half = radius(i, scaleOf()) / SPRITE_FILL;
      ctx.globalAlpha = view.faded(i) ? 0.15 : 1;
      ctx.drawImage(painter.spriteOf(i), x - half, y - half, 2 * half, 2 * half);
      ctx.globalAlpha = 1;
    },
    nodeDimensions: { width: 2 * people.size[i], height: 2 * people.size[i] },
  });

const styleNode = (map, node, scaleOf) => {
  if (node.id === "me") return { ...node, shape: "custom", ctxRenderer: drawEgo(scaleOf) };
  const i = +node.id.slice(1);
  const [x, y] = [map.people.x[i], map.people.y[i]];
  return { ...node, label: undefined, shape: "custom", x, y, ctxRenderer: drawPerson(map, i, scaleOf) };
};

const styleEdge = ({ view, doors }, edge) => {
  const [a, b] = [+edge.from.slice(1), +edge.to.slice(1)];
  const touched = a === view.selected || b === view.selected;
  const strong = !view.focused() || (touched && view.near.has(a) && view.near.has(b));
  const calmly = doors.all.length > 40 ? 0.4 : 0.6;
  return {
    id: edge.id,
    from: edge.from,
    to: edge.to,
    hidden: !view.visible[a] || !view.visible[b] || !(view.doors || touched),
    width: strong ? 1.7 : 1,
    arrows: { to: { enabled: true, scaleFactor: 0.55 } },
    smooth: { enabled: true, type: "curvedCW", roundness: 0.16 },
    color: { color: ink.warm, opacity: !strong ? 0.1 : view.focused() ? 0.85 : calmly },
  };
};

/** vis-network's picture of the nodes and edges that the page carries. */
export const makeNetwork = (map, stage, made) => {
  let network = null;
  const scaleOf = () => network.getScale();
  const nodes = new vis.DataSet(made.nodes.map((node) => styleNode(map, node, scaleOf)));
  const edges = new vis.DataSet(made.edges.map((edge) => styleEdge(map, edge)));
  network = new vis.Network(stage, { nodes, edges }, made.options);
  const restyle = () => edges.update(made.edges.map((edge) => styleEdge(map, edge)));
  return { network, nodes, edges, restyle };
};
