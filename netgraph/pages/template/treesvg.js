// The tree as an SVG drawing, for slides and print.

const drawTree = (tree, box) => {
  const { data, isPerson, parentOf, name, sizeOf } = tree;
  const root = draw("svg", {
    viewBox: [box.left, box.top, box.right - box.left, box.bottom - box.top].map(Math.round).join(" "),
    "font-family": "sans-serif",
    "font-size": 12,
  });
  const line = (u, v, attributes) => {
    const [a, b] = [tree.shape.places.get(u), tree.shape.places.get(v)];
    root.append(draw("line", { x1: a.x, y1: a.y, x2: b.x, y2: b.y, ...attributes }));
  };
  for (const i of tree.shape.order.filter((at) => at !== YOU))
    line(parentOf(i), i, { stroke: "#8a8778", "stroke-width": 1.5 });
  for (const [u, v] of data.others)
    if (tree.shape.places.has(u) && tree.shape.places.has(v))
      line(u, v, { stroke: "#a8470c", "stroke-dasharray": "5 4" });
  for (const i of tree.shape.order) {
    const { x, y } = tree.shape.places.get(i);
    const lead = isPerson(i) && data.outcome[i] === LEAD;
    const { colour } = isPerson(i) ? OUTCOME[data.outcome[i]] : OUTCOME[0];
    const fill = { ink: "#1f262d", accent: "#0a628a" }[colour] || colour;
    root.append(
      draw("circle", {
        cx: x,
        cy: y,
        r: i === YOU ? 20 : sizeOf(i),
        fill: lead ? "#ffffff" : fill,
        stroke: lead ? fill : "#ffffff",
        "stroke-width": 1.5,
      }),
    );
    root.append(
      draw("text", { x: x + (i === YOU ? 24 : sizeOf(i) + 5), y: y + 4, fill: "#1f262d" }, name(i)),
    );
  }
  return new XMLSerializer().serializeToString(root);
};
