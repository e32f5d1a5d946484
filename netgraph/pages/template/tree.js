// The referral tree: ego in the middle or at the left, one ring or column per generation.

const makeTree = (data, made, alone) => {
  const stage = $("tree-canvas");
  const branches = readBranches(data);
  const { n, kids } = branches;
  const hiddenBehind = (i) => kids.get(moreOf(i)).length - branches.limits.get(moreOf(i));
  const parentOf = (i) => (isMore(i) ? moreOf(i) : data.parents[i]);
  const isPerson = (i) => i >= 0;
  const state = { layout: radial, selected: null, only: null, found: null };
  const objects = new Map(made.nodes.map((node) => [node.id, node]));
  const links = new Map(made.edges.map((edge) => [edge.id, edge]));
  const idOf = (i) => "b" + (i === YOU ? "me" : i);
  const colourOf = (i) => ink[OUTCOME[data.outcome[i]].colour] || OUTCOME[data.outcome[i]].colour;
  const name = (i) => (i === YOU ? "You" : isMore(i) ? `${hiddenBehind(i)} more` : data.names[i]);
  const sizeOf = (i) =>
    Math.max(isPerson(i) ? 5 + Math.min(9, 1.6 * Math.sqrt(branches.below[i])) : 6, 2.6 / network.getScale());
  const pale = (i) => isPerson(i) && data.outcome[i] === ENDED && !kids.get(i).length;
  const faded = (i) =>
    isPerson(i) &&
    ((state.only !== null && data.outcome[i] !== state.only) ||
      (state.found && !state.found(i)) ||
      (state.selected !== null && !state.line.has(i)));
  const nodes = new vis.DataSet();
  const edges = new vis.DataSet();
  const network = new vis.Network(stage, { nodes, edges }, made.options);
  const camera = makeCamera(network, stage, { left: 264, right: 304 });
  // Names stand beyond the outermost people.
  const spare = () => {
    const names = stage.clientWidth > NARROW ? 84 : 50;
    return state.layout === radial ? { x: names, y: names } : { x: 8, y: 8, end: 110 };
  };
  const tree = {
    data,
    branches,
    state,
    shape: null,
    hiddenBehind,
    parentOf,
    isPerson,
    name,
    colourOf,
    sizeOf,
    pale,
    faded,
  };
  const painter = makeTreePainter(tree, network, stage, camera);

  const styleNode = (i) => ({
    ...(objects.get(idOf(i)) || { id: idOf(i) }),
    label: undefined,
    shape: "custom",
    ctxRenderer: painter.drawNode(i),
    x: tree.shape.places.get(i).x,
    y: tree.shape.places.get(i).y,
  });

  const styleEdge = (edge, dashed) => {
    const end = +edge.to.slice(1);
    const weak = faded(end) || pale(end);
    const straight = state.layout === radial || dashed;
    return {
      ...edge,
      width: dashed ? 1.2 : 1.5,
      dashes: dashed ? [5, 4] : false,
      arrows: { to: { enabled: dashed, scaleFactor: 0.45 } },
      smooth: straight
        ? dashed
          ? { enabled: true, type: "curvedCW", roundness: 0.2 }
          : false
        : { enabled: true, type: "cubicBezier", forceDirection: "horizontal", roundness: 0.55 },
      color: {
        color: dashed ? ink.warm : ink.edge,
        opacity: weak ? 0.15 : tree.shape.order.length > 120 ? 0.4 : 0.7,
      },
    };
  };

  const rebuild = () => {
    const { w, h } = camera.room(spare());
    tree.shape = state.layout(branches, h / w);
    const shown = new Set(tree.shape.order);
    nodes.clear();
    edges.clear();
    nodes.add(tree.shape.order.map(styleNode));
    edges.add(tree.shape.order.filter(isPerson).map((i) => styleEdge(links.get("b" + i), false)));
    edges.add(
      data.others.flatMap(([u, v], k) =>
        shown.has(u) && shown.has(v) ? [styleEdge(links.get("o" + k), true)] : [],
      ),
    );
    words.summary();
  };
  const restyle = () => {
    edges.update(edges.get().map((edge) => styleEdge(links.get(edge.id), edge.id[0] === "o")));
    network.redraw();
  };

  network.on("beforeDrawing", painter.rings);
  network.on("afterDrawing", painter.names);

  // ---- moving ----
  const fit = (time) =>
    camera.go(
      camera.fitted(painter.bounds(), {
        most: 1.4,
        least: state.layout === columns ? 0.5 : 0,
        spare: spare(),
      }),
      time,
    );
  const zoom = (factor, at) => camera.zoom(factor, 0.02, at);
  network.on("doubleClick", ({ pointer }) => nodeAt(pointer.canvas) === null && zoom(2, pointer.canvas));

  // ---- choosing and folding ----
  const ancestors = (i) => {
    const line = [];
    for (let at = i; at >= 0; at = data.parents[at]) line.push(at);
    return line;
  };
  const descendants = (i) => {
    const found = [];
    const waiting = [i];
    while (waiting.length) {
      const at = waiting.pop();
      found.push(at);
      waiting.push(...kids.get(at));
    }
    return found;
  };
  const keepStill = (i, change) => {
    const before = network.canvasToDOM(tree.shape.places.get(i));
    change();
    rebuild();
    const after = network.canvasToDOM(tree.shape.places.get(i));
    const at = network.getViewPosition();
    const scale = network.getScale();
    network.moveTo({
      position: { x: at.x + (after.x - before.x) / scale, y: at.y + (after.y - before.y) / scale },
    });
  };
  const toggle = (i) => {
    if (!kids.get(i).length) return;
    keepStill(i, () => branches.open.delete(i) || branches.open.add(i));
    words.list();
  };
  const showMore = (i) => {
    keepStill(i, () => branches.limits.set(i, branches.limits.get(i) + 2 * SIBLINGS));
    words.list();
  };
  const showAlso = (i) => {
    const parent = data.parents[i];
    const place = kids.get(parent).indexOf(i);
    if (place >= branches.limits.get(parent)) branches.limits.set(parent, place + 1);
    else if (parent === YOU || branches.open.has(parent)) return false;
    branches.open.add(parent);
    return true;
  };
  const choose = (i, { centre = true, focus = true } = {}) => {
    const opened = i !== null && ancestors(i).map(showAlso).some(Boolean);
    state.selected = i;
    state.line = new Set(
      i === null
        ? []
        : [...ancestors(i), ...descendants(i), ...data.others.filter(([, v]) => v === i).map(([u]) => u)],
    );
    if (opened) {
      rebuild();
      words.list();
    }
    if (i !== null) {
      words.showPerson(i, focus);
      openSheet("tree-sheet-side", true);
      if (centre) camera.centreOn(tree.shape.places.get(i), Math.max(network.getScale(), 0.9));
    }
    $("tree-person").hidden = i === null;
    $("tree-yields").hidden = i !== null;
    restyle();
  };

  const nodeAt = ({ x, y }) => {
    let best = null;
    let nearest = 8 / network.getScale();
    for (const i of tree.shape.order) {
      if (i === YOU) continue;
      const reach = isMore(i) ? 20 : sizeOf(i);
      const distance = Math.hypot(x - tree.shape.places.get(i).x, y - tree.shape.places.get(i).y) - reach;
      if (distance < nearest) [best, nearest] = [i, distance];
    }
    return best;
  };
  network.on("click", ({ pointer }) => {
    const i = nodeAt(pointer.canvas);
    if (i !== null && isMore(i)) return showMore(moreOf(i));
    const again = i !== null && (i === state.selected || !branches.open.has(i)) && kids.get(i).length;
    if (again) toggle(i);
    return choose(i, { centre: false, focus: false });
  });
  makeTip(network, stage, $("tree-tip"), (at) => {
    const i = nodeAt(at);
    if (i === null) return { acts: false, text: "" };
    if (isMore(i)) return { acts: true, text: "Show more of them" };
    return {
      acts: true,
      text: [data.names[i], data.works[i], data.outcomes[data.outcome[i]]].filter(Boolean).join("\n"),
    };
  });

  const words = makeTreeWords(tree, { choose, toggle, showMore, restyle });

  // ---- files ----
  const png = () => savePicture(stage, "referral-tree.png");
  const svg = () => {
    const text = ['<?xml version="1.0" encoding="UTF-8"?>\n', drawTree(tree, painter.bounds())];
    download("referral-tree.svg", new Blob(text, { type: "image/svg+xml" }));
  };

  // ---- the rest ----
  const turn = () => {
    state.layout = state.layout === radial ? columns : radial;
    $("tree-turn").setAttribute("aria-pressed", String(state.layout === columns));
    rebuild();
    fit();
  };
  const all = (open) => {
    branches.open.clear();
    if (open) {
      for (let i = 0; i < n; i++) if (kids.get(i).length) branches.open.add(i);
    }
    rebuild();
    words.list();
    fit();
  };
  const acts = {
    "tree-turn": turn,
    "tree-in": () => zoom(1.4),
    "tree-out": () => zoom(1 / 1.4),
    "tree-fit": () => fit(),
    "tree-theme": () => setTheme(!dark),
    "tree-png": png,
    "tree-svg": svg,
    "tree-open": () => all(true),
    "tree-close": () => all(false),
    "tree-shut": () => choose(null),
  };
  for (const [id, act] of Object.entries(acts)) $(id).addEventListener("click", act);
  const searched = { n, names: data.names, workOf: (i) => data.works[i], score: branches.below };
  const focusSearch = makeSearch(
    "tree-",
    searched,
    (test) => {
      state.found = test;
      restyle();
    },
    (i) => choose(i),
  );
  const keys = {
    "/": focusSearch,
    "+": acts["tree-in"],
    "=": acts["tree-in"],
    "-": acts["tree-out"],
    0: acts["tree-fit"],
    d: acts["tree-theme"],
    r: turn,
    s: png,
    v: svg,
    Escape: () => choose(null),
  };
  keys.Enter = (event) => event.target === stage && state.selected !== null && toggle(state.selected);
  listenToKeys(alone ? window : $("tree"), stage, camera, keys);
  const openSheet = makeSheets(
    [
      ["tree-sheet-left", "tree-left"],
      ["tree-sheet-side", "tree-side"],
    ],
    () => network.redraw(),
  );
  themeListeners.push(restyle);
  $("tree-open").hidden = n > 1500;
  openBest(branches);
  rebuild();
  words.legend();
  words.yields();
  words.list();
  fit(0);
  return { network, nodes, edges, state, fit: () => fit(0), select: (i) => choose(i) };
};
