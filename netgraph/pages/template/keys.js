// @ts-check
// Keys, which do nothing while somebody types.

import { typing } from "./dom.js";

export const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

export const listenToKeys = (target, stage, camera, keys) => {
  target.addEventListener("keydown", (event) => {
    if (typing(event) || document.querySelector("dialog[open]")) return;
    const way = WAYS[event.key];
    if (way && (event.target === stage || event.target === document.body)) camera.pan(...way);
    else if (way || !keys[event.key] || keys[event.key](event) === false) return;
    event.preventDefault();
  });
};
