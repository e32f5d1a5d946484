// Start whatever the page holds.

if (PAGE.map) window.netgraph = makeMap(PAGE.map, { ...PAGE.vis, nodes: PAGE.vis.nodes.filter(({ id }) => id[0] !== "b") });
