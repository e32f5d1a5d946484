// @ts-check
// Marks that tell classes apart without colour, on the canvas and in legends.

import { draw } from "./dom.js";

export const swatch = (colour, shape) => {
  const canvas = draw("svg", { viewBox: "-10 -10 20 20", "aria-hidden": "true" });
  const sides = {
    diamond: "0,-8 8,0 0,8 -8,0",
    square: "-6,-6 6,-6 6,6 -6,6",
    up: "0,-8 7.5,6 -7.5,6",
    down: "0,8 7.5,-6 -7.5,-6",
    star: "0,-9 2.6,-3 9,-2.6 4,1.6 5.6,8 0,4.4 -5.6,8 -4,1.6 -9,-2.6 -2.6,-3",
  };
  if (sides[shape]) canvas.append(draw("polygon", { points: sides[shape], fill: colour }));
  else if (shape === "ring")
    canvas.append(
      draw("circle", { r: 6, fill: "none", stroke: colour, "stroke-width": 2.5, "stroke-dasharray": "4 2" }),
    );
  else canvas.append(draw("circle", { r: shape === "dot" ? 5 : 7, fill: colour }));
  return canvas;
};

export const outline = (context, shape, r) => {
  context.beginPath();
  if (shape === "diamond") polygon(context, 4, r * 1.15, 0);
  else if (shape === "square") polygon(context, 4, r * 1.2, Math.PI / 4);
  else if (shape === "up") polygon(context, 3, r * 1.2, -Math.PI / 2);
  else if (shape === "down") polygon(context, 3, r * 1.2, Math.PI / 2);
  else if (shape === "star") star(context, r * 1.25);
  else context.arc(0, 0, shape === "dot" ? r * 0.8 : r, 0, 7);
};

export const polygon = (context, corners, r, turn) => {
  for (let k = 0; k < corners; k++) {
    const angle = turn + (2 * Math.PI * k) / corners;
    context.lineTo(r * Math.cos(angle), r * Math.sin(angle));
  }
  context.closePath();
};

export const star = (context, r) => {
  for (let k = 0; k < 10; k++) {
    const angle = -Math.PI / 2 + (Math.PI * k) / 5;
    const length = k % 2 ? r * 0.52 : r;
    context.lineTo(length * Math.cos(angle), length * Math.sin(angle));
  }
  context.closePath();
};
