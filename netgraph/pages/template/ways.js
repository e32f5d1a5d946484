// @ts-check
// From you to whom to ask, and on to where that leads: a line, a number, a dashed arrow.

import { ink } from "./theme.js";

const LINES = 5; // so many ways are drawn at once; numbers go on

const arrowHead = (context, x, y, angle, size) => {
  context.setLineDash([]);
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(x - size * Math.cos(angle - 0.4), y - size * Math.sin(angle - 0.4));
  context.lineTo(x - size * Math.cos(angle + 0.4), y - size * Math.sin(angle + 0.4));
  context.closePath();
  context.fill();
};

/** Where each suggestion leads: a disc or a person; nothing where they are there already. */
export const readWays = (data, people, groups) =>
  data.next.slice(0, LINES).map(({ i, toward }) => {
    if (toward.i !== undefined) return { i, to: { x: people.x[toward.i], y: people.y[toward.i], r: 8 } };
    const to = groups.find((group) => group.kind === 2 && group.name === toward.name);
    return { i, to: to && people.group[i] !== groups.indexOf(to) ? to : null };
  });

const paintStep = (context, people, { i, to }, scale) => {
  const [x, y] = [people.x[i], people.y[i]];
  context.lineWidth = 1.8 / scale;
  context.strokeStyle = ink.accent;
  context.setLineDash([]);
  context.beginPath();
  context.moveTo(0, 0);
  context.lineTo(x, y);
  context.stroke();
  if (!to) return;
  const [dx, dy] = [to.x - x, to.y - y];
  const bend = 0.22;
  const [cx, cy] = [x + dx / 2 + dy * bend, y + dy / 2 - dx * bend];
  const angle = Math.atan2(to.y - cy, to.x - cx);
  const [ex, ey] = [to.x - (to.r + 5) * Math.cos(angle), to.y - (to.r + 5) * Math.sin(angle)];
  context.strokeStyle = context.fillStyle = ink.goal;
  context.setLineDash([6 / scale, 4 / scale]);
  context.beginPath();
  context.moveTo(x, y);
  context.quadraticCurveTo(cx, cy, ex, ey);
  context.stroke();
  arrowHead(context, ex, ey, angle, 9 / scale);
};

export const paintWays = (context, people, ways, view, scale) => {
  const shown = view.selected >= 0 ? ways.filter(({ i }) => i === view.selected) : ways;
  if (view.chain) return;
  context.globalAlpha = 0.8;
  for (const way of shown) if (view.visible[way.i]) paintStep(context, people, way, scale);
  context.setLineDash([]);
  context.globalAlpha = 1;
};
