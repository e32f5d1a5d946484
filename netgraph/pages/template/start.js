// @ts-check
// What every page begins with: its data, its theme, and what the console and tests may look at.

import { $ } from "./dom.js";
import { startTheme } from "./theme.js";

/** Ids that begin with b or o are the tree's, all others the map's. */
const isTree = ({ id }) => id[0] === "b" || id[0] === "o";

export const start = (makeParts) => {
  startTheme();
  const page = JSON.parse($("data").textContent);
  const part = (test) => ({
    options: page.vis.options,
    nodes: page.vis.nodes.filter(test),
    edges: page.vis.edges.filter(test),
  });
  const objects = { tree: part(isTree), map: part((object) => !isTree(object)) };
  window.netgraph = Object.assign({}, ...makeParts(page, objects));
};
