// @ts-check
// The page of the referral tree.

import { start } from "./start.js";
import { makeTree } from "./tree.js";

start((page, objects) => [makeTree(page.tree, objects.tree, true)]);
