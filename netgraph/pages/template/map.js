// The map itself: vis-network moves and zooms and draws the nodes that pyvis made; the rest is painted.

const OPENED = 1.25;

const makeMap = (data, made, alone) => {
  const stage = $("map-canvas");
  const people = readPeople(data);
  const groups = readGroups(data, people);
  const ties = readTies(data);
  const doors = readDoors(data);
  const modes = allModes(data, people, groups);
  const view = makeView(people, modes);
  const painter = makePainter(people, groups, view);
  const label = makeLabels(people, groups, view, painter);
  const live = new Set(made.nodes.filter((node) => node.id !== "me").map((node) => +node.id.slice(1)));
  const suggested = data.next.slice(0, 10).map(({ i }) => i);

  const least = (i) => (people.rank.has(i) && people.rank.get(i) < 10 ? 8 : people.rank.has(i) ? 3.2 : 2.4);
  const radius = (i, scale) => Math.max(people.size[i], least(i) / scale);

  const drawPerson =
    (i) =>
    ({ ctx, x, y, state }) => ({
      drawNode: () => {
        if (!view.visible[i]) return;
        const half = radius(i, network.getScale()) / SPRITE_FILL;
        ctx.globalAlpha = view.faded(i) ? 0.15 : 1;
        ctx.drawImage(painter.spriteOf(i), x - half, y - half, 2 * half, 2 * half);
        ctx.globalAlpha = 1;
      },
      nodeDimensions: { width: 2 * people.size[i], height: 2 * people.size[i] },
    });

  const drawEgo = ({ ctx, x, y }) => ({
    drawNode: () => {
      const r = Math.max(24, 9 / network.getScale());
      ctx.fillStyle = ink.ink;
      ctx.beginPath();
      ctx.arc(x, y, r, 0, 7);
      ctx.fill();
      ctx.fillStyle = ink.ground;
      ctx.font = `650 ${r * 0.62}px ${FONT}`;
      ctx.textAlign = "center";
      ctx.textBaseline = "middle";
      ctx.fillText("You", x, y + r * 0.04);
    },
    nodeDimensions: { width: 48, height: 48 },
  });

  const nodes = new vis.DataSet(
    made.nodes.map((node) => {
      if (node.id === "me") return { ...node, shape: "custom", ctxRenderer: drawEgo };
      const i = +node.id.slice(1);
      return {
        ...node,
        label: undefined,
        shape: "custom",
        x: people.x[i],
        y: people.y[i],
        ctxRenderer: drawPerson(i),
      };
    }),
  );
  const styleEdge = (edge) => {
    const [a, b] = [+edge.from.slice(1), +edge.to.slice(1)];
    const shown = view.visible[a] && view.visible[b];
    const strong =
      !view.focused() ||
      (view.near.has(a) && view.near.has(b) && (a === view.selected || b === view.selected));
    return {
      id: edge.id,
      from: edge.from,
      to: edge.to,
      hidden: !shown,
      width: strong ? 1.7 : 1,
      arrows: { to: { enabled: true, scaleFactor: 0.55 } },
      smooth: { enabled: true, type: "curvedCW", roundness: 0.16 },
      color: {
        color: ink.warm,
        opacity: !strong ? 0.1 : view.focused() ? 0.85 : made.edges.length > 40 ? 0.4 : 0.6,
      },
    };
  };
  const edges = new vis.DataSet(made.edges.map(styleEdge));
  const network = new vis.Network(stage, { nodes, edges }, made.options);

  const camera = makeCamera(network, stage, { left: 276, right: 326 });
  const overlay = makeOverlay(people, groups, ties, view, painter, live, radius);

  // ---- painting ----
  let moving = 0;

  const obstacles = () => {
    const corner = stage.getBoundingClientRect();
    return [...document.querySelectorAll("#map .card, #map .bar > *, #map .sheets")]
      .map((element) => element.getBoundingClientRect())
      .filter((box) => box.width)
      .map((box) => [
        box.left - corner.left - 4,
        box.top - corner.top - 4,
        box.right - corner.left + 4,
        box.bottom - corner.top + 4,
      ]);
  };
  let walls = null;
  const placeWalls = () => {
    walls = null;
  };

  network.on("beforeDrawing", (context) => {
    const frame = camera.frame();
    const scale = network.getScale();
    painter.paint(context, frame, scale, live, moving !== 0);
    overlay.paintTies(context, frame, scale, moving !== 0);
    overlay.paintChain(context, scale);
  });

  network.on("afterDrawing", (context) => {
    const frame = camera.frame();
    const scale = network.getScale();
    const place = (x, y) => [(x - frame.left) * scale, (y - frame.top) * scale];
    overlay.paintFocus(context, scale);
    context.save();
    context.setTransform(devicePixelRatio || 1, 0, 0, devicePixelRatio || 1, 0, 0);
    overlay.paintBadges(context, place, scale, frame, suggested);
    const first = view.chain
      ? [...view.chain].filter((i) => i >= 0)
      : view.selected >= 0
        ? [view.selected, ...[...view.near].filter((i) => i !== view.selected).slice(0, 30)]
        : suggested.filter((i) => view.visible[i]);
    walls ||= obstacles();
    const egoSize = Math.max(24 * scale, 9);
    const [x, y] = place(0, 0);
    label(
      context,
      frame,
      scale,
      place,
      moving ? 60 : 260,
      [...walls, [x - egoSize, y - egoSize, x + egoSize, y + egoSize]],
      new Set(first),
    );
    context.restore();
  });

  // ---- moving ----
  const lowest = () => camera.fitted(painter.box).scale * 0.5;
  const fit = (time) => camera.go(camera.fitted(painter.box, { most: 1.4 }), time);
  const zoomAt = (factor, at) => camera.zoom(factor, lowest(), at);
  const openGroup = (g) => {
    const { x, y, r } = groups[g];
    const reach = r + 30;
    camera.go(
      camera.fitted({ left: x - reach, right: x + reach, top: y - reach, bottom: y + reach }, { most: 2.2 }),
    );
  };
  const settle = () => {
    moving = 0;
    network.redraw();
  };
  const move = () => {
    clearTimeout(moving);
    moving = setTimeout(settle, 160);
  };
  network.on("dragging", move);
  network.on("zoom", () => {
    move();
    const scale = network.getScale();
    const allowed = clamp(scale, lowest(), HIGHEST);
    if (scale !== allowed) network.moveTo({ scale: allowed });
  });

  // ---- choosing ----
  const choose = (i, { centre = true, focus = true } = {}) => {
    view.selected = i;
    view.chain = null;
    view.near = new Set();
    $("path").setAttribute("aria-pressed", "false");
    $("chains").hidden = true;
    if (i >= 0) {
      view.near.add(i);
      for (const [j] of [...(doors.into.get(i) || []), ...(doors.outOf.get(i) || [])]) view.near.add(j);
      for (const [j] of ties.of(i).slice(0, 60)) view.near.add(j);
      panel.showPerson(i, focus);
      openSheet("sheet-side", true);
      if (centre) camera.centreOn({ x: people.x[i], y: people.y[i] }, Math.max(network.getScale(), OPENED));
    } else panel.hidePerson();
    remember(i);
    view.tell("focus");
  };
  const panel = makePanel(data, people, ties, doors, (i) => choose(i));
  const remember = (i) => {
    try {
      history.replaceState(null, "", i >= 0 ? "#id=" + i : "#");
    } catch {
      // a frame without an address of its own keeps none
    }
  };

  const hit = ({ x, y }) => {
    const scale = network.getScale();
    for (const i of [...live].sort((a, b) => people.score[b] - people.score[a])) {
      if (view.visible[i] && Math.hypot(x - people.x[i], y - people.y[i]) <= radius(i, scale) + 2 / scale)
        return i;
    }
    let best = -1;
    let nearest = 5 / scale;
    for (const disc of groups) {
      if (Math.hypot(x - disc.x, y - disc.y) > disc.r + 12) continue;
      for (let i = disc.first; i < disc.end; i++) {
        const distance = Math.hypot(x - people.x[i], y - people.y[i]) - people.size[i];
        if (view.visible[i] && distance < nearest) [best, nearest] = [i, distance];
      }
    }
    return best;
  };
  const groupAt = ({ x, y }) =>
    groups.findIndex((disc) => disc.end - disc.first > 1 && Math.hypot(x - disc.x, y - disc.y) <= disc.r + 5);
  const isOpen = (g) =>
    network.getScale() * groups[g].r > 0.3 * Math.min(stage.clientWidth, stage.clientHeight) ||
    network.getScale() >= OPENED;

  network.on("click", ({ pointer }) => {
    const g = groupAt(pointer.canvas);
    const i = hit(pointer.canvas);
    const clear = i >= 0 && (network.getScale() * people.size[i] > 2.6 || live.has(i));
    if (clear) choose(i, { centre: false, focus: false });
    else if (g >= 0 && !isOpen(g)) openGroup(g);
    else if (i >= 0) choose(i, { centre: false, focus: false });
    else if (view.selected >= 0 || view.chain) choose(-1);
  });
  network.on("doubleClick", ({ pointer }) => zoomAt(2, pointer.canvas));

  makeTip(network, stage, $("map-tip"), (at) => {
    const i = hit(at);
    if (i >= 0)
      return {
        acts: true,
        text: [people.names[i], people.titleOf(i), people.companyOf(i)].filter(Boolean).join("\n"),
      };
    const g = groupAt(at);
    if (g < 0) return { acts: false, text: "" };
    return {
      acts: !isOpen(g),
      text: `${groups[g].name}\n${plural(groups[g].end - groups[g].first, "person", "people")}`,
    };
  });

  // ---- the way to the goal ----
  const showPaths = () => {
    const on = !view.chain;
    choose(-1);
    if (on) {
      const routes = data.paths.map((path) => path.people);
      view.chain = Object.assign(new Set(routes.flat()), { routes });
      const xs = [...view.chain].map((i) => (i < 0 ? 0 : people.x[i]));
      const ys = [...view.chain].map((i) => (i < 0 ? 0 : people.y[i]));
      camera.go(
        camera.fitted(
          {
            left: Math.min(...xs) - 80,
            right: Math.max(...xs) + 80,
            top: Math.min(...ys) - 80,
            bottom: Math.max(...ys) + 80,
          },
          { most: 1.6 },
        ),
      );
      $("path").setAttribute("aria-pressed", "true");
      $("chains").hidden = false;
    }
    view.tell("focus");
  };
  const chainRow = ({ people: route, chance }) => {
    const target = route[route.length - 1];
    return choice(
      () => choose(target),
      make("span", {
        dir: "auto",
        textContent: route.map((i) => (i < 0 ? "You" : people.names[i])).join(" → "),
      }),
      make("small", { textContent: `about ${Math.round(100 * chance)} in 100` }),
    );
  };
  $("path").hidden = !data.paths.length;
  $("path").addEventListener("click", showPaths);
  $("chains").replaceChildren(...data.paths.map(chainRow));

  // ---- the rest of the page ----
  const openSheet = makeSheets(
    [
      ["sheet-legend", "legend-card"],
      ["sheet-side", "side"],
    ],
    () => {
      placeWalls();
      network.redraw();
    },
  );
  const refresh = () => {
    painter.freshen();
    edges.update(made.edges.map(styleEdge));
    network.redraw();
  };
  view.listen((change) => {
    placeWalls();
    if (change === "classes") refresh();
    else if (change === "focus") {
      edges.update(made.edges.map(styleEdge));
      network.redraw();
    } else if (change.open !== undefined) openGroup(change.open);
  });
  themeListeners.push(refresh);

  const save = () => savePicture(stage, "network.png");
  const focusSearch = makeSearch(
    "",
    people,
    (test) => view.filter("search", test),
    (i) => choose(i),
  );
  makeLegend(data, people, groups, ties, doors, modes, view);

  let turn = -1;
  const nextSuggestion = () => {
    if (!suggested.length) return;
    turn = (turn + 1) % suggested.length;
    choose(suggested[turn]);
  };
  const stepBack = () => {
    if (view.selected >= 0 || view.chain) choose(-1);
    else fit();
  };
  const showHelp = () => $("help").showModal();
  const acts = {
    "zoom-in": () => zoomAt(1.5),
    "zoom-out": () => zoomAt(1 / 1.5),
    "zoom-fit": () => fit(),
    theme: () => setTheme(!dark),
    save,
    print: () => print(),
    "help-open": showHelp,
    "help-close": () => $("help").close(),
    "person-close": () => choose(-1),
  };
  for (const [id, act] of Object.entries(acts)) $(id).addEventListener("click", act);
  const keys = {
    "/": focusSearch,
    "+": acts["zoom-in"],
    "=": acts["zoom-in"],
    "-": acts["zoom-out"],
    0: acts["zoom-fit"],
    d: acts.theme,
    s: save,
    p: acts.print,
    "?": showHelp,
    n: nextSuggestion,
    g: () => data.paths.length && showPaths(),
    t: () => view.update({ inferred: !view.inferred }),
    Escape: stepBack,
  };
  listenToKeys(alone ? window : $("map"), stage, camera, keys);
  addEventListener("resize", placeWalls);

  fit(0);
  const asked = /^#id=(\d+)$/.exec(location.hash);
  if (asked && +asked[1] < people.n) choose(+asked[1], { focus: false });
  return { network, nodes, edges, people, view, fit: () => fit(0), select: (i) => choose(i) };
};
