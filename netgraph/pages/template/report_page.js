// @ts-check
// The report: tree and map on one page; keys go to that which has the focus.

import { makeMap } from "./map.js";
import { start } from "./start.js";
import { makeTree } from "./tree.js";

start((page, objects) => [makeTree(page.tree, objects.tree, false), makeMap(page.map, objects.map, false)]);
