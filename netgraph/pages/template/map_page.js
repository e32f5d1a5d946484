// @ts-check
// The page of the map.

import { makeMap } from "./map.js";
import { start } from "./start.js";

start((page, objects) => [makeMap(page.map, objects.map, true)]);
