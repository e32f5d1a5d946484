// The map itself: vis-network moves and zooms and draws the nodes that pyvis made; the rest is painted.

const OPENED = 1.25;

const makeMap = (data, made, alone) => {
  const stage = $("map-canvas");
  const people = readPeople(data);
  const groups = readGroups(data, people);
  const ties = readTies(data, people);
  const doors = readDoors(data);
  const modes = allModes(data, people, groups);
  const view = makeView(data, people, groups, modes);
  const painter = makePainter(people, groups, view);
  const label = makeLabels(people, groups, view, painter);
  const live = new Set(made.nodes.filter((node) => node.id !== "me").map((node) => +node.id.slice(1)));
  const suggested = data.next.slice(0, 10).map(({ i }) => i);

  const least = (i) => (people.rank.has(i) && people.rank.get(i) < 10 ? 8 : people.rank.has(i) ? 3.2 : 2.4);
  const radius = (i, scale) => Math.max(people.size[i], least(i) / scale);

  const drawPerson = (i) => ({ ctx, x, y, state }) => ({
    drawNode: () => {
      if (!view.visible[i]) return;
      const half = radius(i, network.getScale()) / 0.72;
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
      return { ...node, label: undefined, shape: "custom", x: people.x[i], y: people.y[i], ctxRenderer: drawPerson(i) };
    }),
  );
  const styleEdge = (edge) => {
    const [a, b] = [+edge.from.slice(1), +edge.to.slice(1)];
    const shown = view.visible[a] && view.visible[b];
    const strong = !view.focused() || (view.near.has(a) && view.near.has(b) && (a === view.selected || b === view.selected));
    return {
      id: edge.id, from: edge.from, to: edge.to, hidden: !shown, width: strong ? 1.7 : 1,
      arrows: { to: { enabled: true, scaleFactor: 0.55 } },
      smooth: { enabled: true, type: "curvedCW", roundness: 0.16 },
      color: { color: ink.warm, opacity: !strong ? 0.1 : view.focused() ? 0.85 : made.edges.length > 40 ? 0.4 : 0.6 },
    };
  };
  const edges = new vis.DataSet(made.edges.map(styleEdge));
  const network = new vis.Network(stage, { nodes, edges }, made.options);

  const frameOf = () => {
    const { x: left, y: top } = network.DOMtoCanvas({ x: 0, y: 0 });
    const { x: right, y: bottom } = network.DOMtoCanvas({ x: stage.clientWidth, y: stage.clientHeight });
    return { left, top, right, bottom };
  };

  // ---- painting ----
  let moving = 0;

  const strokeTies = (context, chosen, dash, width, alpha) => {
    context.beginPath();
    for (const k of chosen) {
      const [a, b] = [ties.a[k], ties.b[k]];
      if (!view.visible[a] || !view.visible[b]) continue;
      context.moveTo(people.x[a], people.y[a]);
      context.lineTo(people.x[b], people.y[b]);
    }
    context.setLineDash(dash);
    context.lineWidth = width;
    context.globalAlpha = alpha;
    context.strokeStyle = ink.edge;
    context.stroke();
    context.setLineDash([]);
    context.globalAlpha = 1;
  };

  const inFrame = (from, to, frame, most) => {
    const kept = [];
    for (let k = from; k < to && kept.length < most; k++) {
      const a = ties.a[k];
      if (painter.seen(groups[people.group[a]], frame) || painter.seen(groups[people.group[ties.b[k]]], frame)) kept.push(k);
    }
    return kept;
  };

  const paintTies = (context, frame, scale) => {
    if (view.selected >= 0) {
      const [sure, guessed] = [[], []];
      for (const [, k] of ties.of(view.selected)) (ties.basis[k] === INFERRED ? guessed : sure).push(k);
      strokeTies(context, sure, [6 / scale, 4 / scale], 1.4 / scale, 0.9);
      strokeTies(context, guessed, [1.5 / scale, 4 / scale], 1.3 / scale, 0.8);
      return;
    }
    if (view.chain) return;
    const calmly = clamp(scale * 1.6, 0.1, 0.6);
    if (view.known !== false && (ties.inferred < 500 || scale > 0.3)) strokeTies(context, inFrame(0, ties.inferred, frame, moving ? 150 : 800), moving ? [] : [6, 5], 0.9 / Math.sqrt(scale), calmly);
    if (view.inferred) strokeTies(context, inFrame(ties.inferred, ties.basis.length, frame, moving ? 800 : 4000), [], 0.7 / Math.sqrt(scale), calmly);
  };

  const paintChain = (context, scale) => {
    if (!view.chain) return;
    context.strokeStyle = ink.accent;
    context.lineJoin = "round";
    view.chain.routes.forEach((route, k) => {
      context.lineWidth = (k === 0 ? 4 : 2) / scale;
      context.globalAlpha = k === 0 ? 0.95 : 0.55;
      context.beginPath();
      for (const i of route) context.lineTo(i < 0 ? 0 : people.x[i], i < 0 ? 0 : people.y[i]);
      context.stroke();
    });
    context.globalAlpha = 1;
  };

  const paintFocus = (context, scale) => {
    for (const i of view.chain || view.near) {
      if (live.has(i) || !view.visible[i] || i < 0) continue;
      const half = radius(i, scale) / 0.72;
      context.drawImage(painter.spriteOf(i), people.x[i] - half, people.y[i] - half, 2 * half, 2 * half);
    }
    if (view.selected < 0) return;
    context.beginPath();
    context.arc(people.x[view.selected], people.y[view.selected], radius(view.selected, scale) + 4 / scale, 0, 7);
    context.lineWidth = 2.5 / scale;
    context.strokeStyle = ink.accent;
    context.stroke();
  };

  const badge = (context, x, y, r, colour) => {
    context.beginPath();
    context.arc(x, y, r, 0, 7);
    context.fillStyle = colour;
    context.fill();
    context.lineWidth = 1.5;
    context.strokeStyle = ink.halo;
    context.stroke();
  };

  // Numbers of people who stand close move aside, so that each can be read.
  const freeSpot = (pinned, x, y, r) => {
    const free = (px, py) => pinned.every(([ox, oy, or]) => Math.hypot(px - ox, py - oy) >= r + or);
    for (let k = 0; k < 24; k++) {
      const away = k ? (r + 1) * (1 + k / 8) : 0;
      const [px, py] = [x + away * Math.cos(k * 2.4), y + away * Math.sin(k * 2.4)];
      if (free(px, py)) return [px, py];
    }
    return [x, y];
  };

  const paintBadges = (context, place, scale, frame) => {
    const near = (i) => people.x[i] > frame.left && people.x[i] < frame.right && people.y[i] > frame.top && people.y[i] < frame.bottom;
    context.textAlign = "center";
    context.textBaseline = "middle";
    for (const i of people.due.keys()) {
      if (!view.visible[i] || view.faded(i) || !near(i) || (scale < 0.3 && !live.has(i))) continue;
      const [x, y] = place(people.x[i], people.y[i]);
      const away = Math.max(radius(i, scale) * scale, 5) * 0.75 + 2;
      badge(context, x + away, y - away, 5, ink.warm);
      context.font = `800 8px ${FONT}`;
      context.fillStyle = ink.paper;
      context.fillText("!", x + away, y - away + 0.5);
    }
    const pinned = [];
    for (const i of suggested) {
      if (!view.visible[i] || view.faded(i) || !near(i)) continue;
      const r = Math.max(8, people.size[i] * scale * 0.62);
      const [x, y] = freeSpot(pinned, ...place(people.x[i], people.y[i]), r);
      pinned.push([x, y, r]);
      badge(context, x, y, r, ink.accent);
      context.font = `700 ${r * 1.2}px ${FONT}`;
      context.fillStyle = ink["on-accent"];
      context.fillText(String(people.rank.get(i) + 1), x, y + 0.5);
    }
  };

  const obstacles = () => {
    const corner = stage.getBoundingClientRect();
    return [...document.querySelectorAll("#map .card, #map .bar > *, #map .sheets")]
      .map((element) => element.getBoundingClientRect())
      .filter((box) => box.width)
      .map((box) => [box.left - corner.left - 4, box.top - corner.top - 4, box.right - corner.left + 4, box.bottom - corner.top + 4]);
  };
  let walls = null;
  const placeWalls = () => {
    walls = null;
  };

  network.on("beforeDrawing", (context) => {
    const frame = frameOf();
    const scale = network.getScale();
    painter.paint(context, frame, scale, live, moving !== 0);
    paintTies(context, frame, scale);
    paintChain(context, scale);
  });

  network.on("afterDrawing", (context) => {
    const frame = frameOf();
    const scale = network.getScale();
    const place = (x, y) => [(x - frame.left) * scale, (y - frame.top) * scale];
    paintFocus(context, scale);
    context.save();
    context.setTransform(devicePixelRatio || 1, 0, 0, devicePixelRatio || 1, 0, 0);
    paintBadges(context, place, scale, frame);
    const first = view.chain ? [...view.chain].filter((i) => i >= 0) : view.selected >= 0 ? [view.selected, ...[...view.near].filter((i) => i !== view.selected).slice(0, 30)] : suggested.filter((i) => view.visible[i]);
    walls ||= obstacles();
    const egoSize = Math.max(24 * scale, 9);
    const [x, y] = place(0, 0);
    label(context, frame, scale, place, moving ? 60 : 260, [...walls, [x - egoSize, y - egoSize, x + egoSize, y + egoSize]], new Set(first));
    context.restore();
  });

  // ---- moving ----
  const room = () => {
    const [w, h] = [stage.clientWidth, stage.clientHeight];
    const wide = w > 820;
    return { left: wide ? 276 : 10, right: wide ? 326 : 10, top: wide ? 66 : 112, bottom: wide ? 14 : 66, w, h };
  };
  const fitBox = (box, most = 2) => {
    const { left, right, top, bottom, w, h } = room();
    const scale = Math.min((w - left - right) / (box.right - box.left), (h - top - bottom) / (box.bottom - box.top), most);
    const position = { x: (box.left + box.right) / 2 + (right - left) / 2 / scale, y: (box.top + box.bottom) / 2 + (bottom - top) / 2 / scale };
    return { position, scale };
  };
  const go = (target, time = 350) => network.moveTo({ ...target, animation: calm.matches || !time ? false : { duration: time, easingFunction: "easeInOutQuad" } });
  const fit = (time = 300) => go(fitBox(painter.box, 1.4), time);
  const zoomAt = (factor, at) => {
    const old = network.getScale();
    const scale = clamp(old * factor, fitBox(painter.box).scale * 0.5, 6);
    const centre = network.getViewPosition();
    const still = at || centre;
    const share = old / scale;
    go({ scale, position: { x: still.x + (centre.x - still.x) * share, y: still.y + (centre.y - still.y) * share } }, 160);
  };
  const centreOn = (x, y, scale) => {
    const { left, right, top, bottom } = room();
    go({ scale, position: { x: x + (right - left) / 2 / scale, y: y + (bottom - top) / 2 / scale } });
  };
  const openGroup = (g) => {
    const { x, y, r } = groups[g];
    const least = r + 30;
    const target = fitBox({ left: x - least, right: x + least, top: y - least, bottom: y + least }, 2.2);
    go(target);
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
    const [low, high] = [fitBox(painter.box).scale * 0.5, 6];
    const scale = network.getScale();
    if (scale < low || scale > high) network.moveTo({ scale: clamp(scale, low, high) });
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
      openSheet("side", true);
      if (centre) centreOn(people.x[i], people.y[i], Math.max(network.getScale(), OPENED));
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
      if (view.visible[i] && Math.hypot(x - people.x[i], y - people.y[i]) <= radius(i, scale) + 2 / scale) return i;
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
  const groupAt = ({ x, y }) => groups.findIndex((disc) => disc.end - disc.first > 1 && Math.hypot(x - disc.x, y - disc.y) <= disc.r + 5);
  const isOpen = (g) => network.getScale() * groups[g].r > 0.3 * Math.min(stage.clientWidth, stage.clientHeight) || network.getScale() >= OPENED;

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

  let pending = 0;
  const showTip = (event) => {
    const corner = stage.getBoundingClientRect();
    const at = network.DOMtoCanvas({ x: event.clientX - corner.left, y: event.clientY - corner.top });
    const i = hit(at);
    const g = i < 0 ? groupAt(at) : -1;
    const tip = $("map-tip");
    stage.style.cursor = i >= 0 || (g >= 0 && !isOpen(g)) ? "pointer" : "grab";
    tip.hidden = i < 0 && g < 0;
    if (tip.hidden) return;
    tip.textContent = i >= 0 ? [people.names[i], people.titleOf(i), people.companyOf(i)].filter(Boolean).join("\n") : `${groups[g].name}\n${plural(groups[g].end - groups[g].first, "person", "people")}`;
    tip.style.left = Math.min(event.clientX - corner.left + 14, stage.clientWidth - tip.offsetWidth - 8) + "px";
    tip.style.top = Math.min(event.clientY - corner.top + 14, stage.clientHeight - tip.offsetHeight - 8) + "px";
  };
  stage.addEventListener("pointermove", (event) => {
    if (event.buttons || pending || event.pointerType === "touch") return;
    pending = requestAnimationFrame(() => {
      pending = 0;
      showTip(event);
    });
  });
  stage.addEventListener("pointerleave", () => ($("map-tip").hidden = true));

  // ---- the way to the goal ----
  const showPaths = () => {
    const on = !view.chain;
    choose(-1, {});
    if (on) {
      const routes = data.paths.map((path) => path.people);
      view.chain = Object.assign(new Set(routes.flat()), { routes });
      const xs = [...view.chain].map((i) => (i < 0 ? 0 : people.x[i]));
      const ys = [...view.chain].map((i) => (i < 0 ? 0 : people.y[i]));
      go(fitBox({ left: Math.min(...xs) - 80, right: Math.max(...xs) + 80, top: Math.min(...ys) - 80, bottom: Math.max(...ys) + 80 }, 1.6));
      $("path").setAttribute("aria-pressed", "true");
      $("chains").hidden = false;
    }
    view.tell("focus");
  };
  const chainRow = ({ people: route, chance }) => {
    const target = route[route.length - 1];
    const button = make("button", { type: "button" }, make("span", { dir: "auto", textContent: route.map((i) => (i < 0 ? "You" : people.names[i])).join(" → ") }), make("small", { textContent: `about ${Math.round(100 * chance)} in 100` }));
    button.addEventListener("click", () => choose(target));
    return make("li", {}, button);
  };
  $("path").hidden = !data.paths.length;
  $("path").addEventListener("click", showPaths);
  $("chains").replaceChildren(...data.paths.map(chainRow));

  // ---- the rest of the page ----
  const openSheet = (name, open) => {
    const cards = { legend: $("legend-card"), side: $("side") };
    for (const [key, card] of Object.entries(cards)) {
      const shown = key === name ? open : false;
      card.classList.toggle("shown", shown);
      $("sheet-" + key).setAttribute("aria-expanded", String(shown));
    }
    placeWalls();
  };
  for (const name of ["legend", "side"]) {
    $("sheet-" + name).addEventListener("click", () => {
      openSheet(name, $("sheet-" + name).getAttribute("aria-expanded") !== "true");
      network.redraw();
    });
  }
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
  const focusSearch = makeSearch("", people, (test) => view.filter("search", test), (i) => choose(i));
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
    "zoom-in": () => zoomAt(1.5), "zoom-out": () => zoomAt(1 / 1.5), "zoom-fit": () => fit(), theme: () => setTheme(!dark),
    save, print: () => print(), "help-open": showHelp, "help-close": () => $("help").close(), "person-close": () => choose(-1),
  };
  for (const [id, act] of Object.entries(acts)) $(id).addEventListener("click", act);
  const keys = {
    "/": focusSearch, "+": acts["zoom-in"], "=": acts["zoom-in"], "-": acts["zoom-out"], 0: acts["zoom-fit"], d: acts.theme, s: save, p: acts.print,
    "?": showHelp, n: nextSuggestion, g: () => data.paths.length && showPaths(), t: () => view.update({ inferred: !view.inferred }), Escape: stepBack,
  };
  const pan = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  (alone ? window : $("map")).addEventListener("keydown", (event) => {
    if (typing(event) || document.querySelector("dialog[open]")) return;
    const way = pan[event.key];
    if (way && event.target !== stage && event.target !== document.body) return;
    if (way) {
      const { x, y } = network.getViewPosition();
      const step = 80 / network.getScale();
      network.moveTo({ position: { x: x + way[0] * step, y: y + way[1] * step } });
    } else if (keys[event.key]) keys[event.key]();
    else return;
    event.preventDefault();
  });
  addEventListener("resize", placeWalls);

  fit(0);
  const asked = /^#id=(\d+)$/.exec(location.hash);
  if (asked && +asked[1] < people.n) choose(+asked[1], { focus: false });
  return { network, nodes, edges, people, view, fit: () => fit(0), select: (i) => choose(i) };
};
