// @ts-check
// From you to whom to ask, and on to where that leads: a line, a number, a dashed arrow.

import { ink } from "./theme.js";

const BEND = 0.22;
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

/** Where the curve from a person to where they lead bends, ends, and at which angle. */
export const bendOf = (x, y, to) => {
  const [dx, dy] = [to.x - x, to.y - y];
  const middle = [x + dx / 2 + dy * BEND, y + dy / 2 - dx * BEND];
  const angle = Math.atan2(to.y - middle[1], to.x - middle[0]);
  return { middle, angle, end: [to.x - (to.r + 5) * Math.cos(angle), to.y - (to.r + 5) * Math.sin(angle)] };
};

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
  const { middle, end, angle } = bendOf(x, y, to);
  context.strokeStyle = context.fillStyle = ink.goal;
  context.setLineDash([6 / scale, 4 / scale]);
  context.beginPath();
  context.moveTo(x, y);
  context.quadraticCurveTo(middle[0], middle[1], end[0], end[1]);
  context.stroke();
  arrowHead(context, end[0], end[1], angle, 9 / scale);
};

export const paintWays = (context, people, ways, view, scale) => {
  const shown = view.selected >= 0 ? ways.filter(({ i }) => i === view.selected) : ways;
  if (view.chain) return;
  context.globalAlpha = 0.8;
  for (const way of shown) if (view.visible[way.i]) paintStep(context, people, way, scale);
  context.setLineDash([]);
  context.globalAlpha = 1;
};
