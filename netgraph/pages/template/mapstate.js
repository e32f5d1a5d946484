// @ts-check
// All that the map knows: read once from the page, and what is being looked at.

import { Overlay } from "./overlay.js";
import { Painter } from "./painter.js";
import { allModes } from "./modes.js";
import { readDoors, readGroups, readPeople, readTies } from "./people.js";
import { Viewed } from "./view.js";
import { readWays } from "./ways.js";

const NUMBERED = 10;

// Who has a name after those suggested: what is due, then who opened most doors, then the nearest.
const markedOf = (people, doors) => {
  const opened = [...doors.outOf].sort((a, b) => b[1].length - a[1].length).map(([i]) => i);
  const near = Array.from(people.strength, (_, i) => i)
    .filter((i) => people.strength[i] >= 40)
    .sort((a, b) => people.strength[b] - people.strength[a]);
  return [...new Set([...people.due.keys(), ...opened, ...near])].slice(0, 60);
};

/** @returns {MapState} */
export const readMap = (data, made) => {
  const people = readPeople(data);
  const groups = readGroups(data, people);
  const modes = allModes(data, people, groups);
  const view = new Viewed(people, modes);
  const live = new Set(made.nodes.filter((node) => node.id !== "me").map((node) => +node.id.slice(1)));
  const suggested = data.next.slice(0, NUMBERED).map(({ i }) => i);
  const least = (i) => (people.rank.get(i) < NUMBERED ? 8 : people.rank.has(i) ? 3.2 : 2.4);
  const radius = (i, scale) => Math.max(people.size[i], least(i) / scale);
  const painter = new Painter(data.life, people, groups, view);
  const ties = readTies(data);
  const doors = readDoors(data);
  const ways = readWays(data, people, groups);
  const marked = markedOf(people, doors);
  const map = {
    data,
    people,
    groups,
    ties,
    doors,
    modes,
    view,
    live,
    suggested,
    marked,
    ways,
    radius,
    painter,
  };
  return { ...map, overlay: new Overlay(map) };
};
