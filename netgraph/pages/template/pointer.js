// @ts-check
// Who or what is under the pointer.

import { LOOSE, RING } from "./people.js";

export const OPENED = 1.25;

// People who stand alone have no disc.
const isDisc = ({ kind, first, end }) => kind === RING || (kind !== LOOSE && end - first > 1);

/** @param {MapState} map */
export const makePointer = ({ people, groups, view, live, radius }, network, stage) => {
  const best = [...live].sort((a, b) => people.score[b] - people.score[a]);

  const liveAt = ({ x, y }, scale) =>
    best.find(
      (i) => view.visible[i] && Math.hypot(x - people.x[i], y - people.y[i]) <= radius(i, scale) + 2 / scale,
    );

  const dotAt = ({ x, y }, scale) => {
    let found = -1;
    let nearest = 5 / scale;
    for (const disc of groups) {
      if (Math.hypot(x - disc.x, y - disc.y) > disc.r + 12) continue;
      for (let i = disc.first; i < disc.end; i++) {
        const distance = Math.hypot(x - people.x[i], y - people.y[i]) - people.size[i];
        if (view.visible[i] && distance < nearest) [found, nearest] = [i, distance];
      }
    }
    return found;
  };

  const person = (at) => {
    const scale = network.getScale();
    return liveAt(at, scale) ?? dotAt(at, scale);
  };

  const group = ({ x, y }) =>
    groups.findIndex((disc) => isDisc(disc) && Math.hypot(x - disc.x, y - disc.y) <= disc.r + 5);

  const isOpen = (g) =>
    network.getScale() * groups[g].r > 0.3 * Math.min(stage.clientWidth, stage.clientHeight) ||
    network.getScale() >= OPENED;

  const isClear = (i) => i >= 0 && (network.getScale() * people.size[i] > 2.6 || live.has(i));

  return { person, group, isOpen, isClear };
};
