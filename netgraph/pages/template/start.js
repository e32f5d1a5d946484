// Start whatever the page holds. Ids that begin with b or o are the tree's, all others the map's.

const isTree = ({ id }) => id[0] === "b" || id[0] === "o";
const part = (test) => ({
  options: PAGE.vis.options,
  nodes: PAGE.vis.nodes.filter(test),
  edges: PAGE.vis.edges.filter(test),
});
const alone = !(PAGE.map && PAGE.tree);

window.netgraph = {};
if (PAGE.tree) Object.assign(window.netgraph, makeTree(PAGE.tree, part(isTree), alone));
if (PAGE.map)
  Object.assign(
    window.netgraph,
    makeMap(
      PAGE.map,
      part((object) => !isTree(object)),
      alone,
    ),
  );
