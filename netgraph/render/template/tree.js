// The referral tree: ego in the middle or at the left, one ring or column per generation.

const OUTCOME = [
  { colour: "ink", shape: "square" },
  { colour: "#009e73", shape: "circle" },
  { colour: "#e69f00", shape: "diamond" },
  { colour: "accent", shape: "ring" },
  { colour: "#a9a69c", shape: "dot" },
];
const MET = 1;
const LEAD = 3;
const ENDED = 4;
const ORDINAL = ["", "First doors", "1st generation", "2nd generation", "3rd generation"];
const generationName = (depth) => ORDINAL[depth] || `${depth - 1}th generation`;

const makeTree = (data, made, alone) => {
  const stage = $("tree-canvas");
  const branches = readBranches(data);
  const { n, kids, below } = branches;
  const hiddenBehind = (i) => kids.get(moreOf(i)).length - branches.limits.get(moreOf(i));
  const parentOf = (i) => (isMore(i) ? moreOf(i) : data.parents[i]);
  const isPerson = (i) => i >= 0;
  const state = { layout: radial, selected: null, only: null, found: null };
  const objects = new Map(made.nodes.map((node) => [node.id, node]));
  const links = new Map(made.edges.map((edge) => [edge.id, edge]));
  const idOf = (i) => "b" + (i === YOU ? "me" : i);
  const colourOf = (i) => ink[OUTCOME[data.outcome[i]].colour] || OUTCOME[data.outcome[i]].colour;
  const name = (i) => (i === YOU ? "You" : isMore(i) ? `${hiddenBehind(i)} more` : data.names[i]);
  const sizeOf = (i) => Math.max(isPerson(i) ? 5 + Math.min(9, 1.6 * Math.sqrt(below[i])) : 6, 2.6 / network.getScale());
  const pale = (i) => isPerson(i) && data.outcome[i] === ENDED && !kids.get(i).length;
  const faded = (i) => isPerson(i) && ((state.only !== null && data.outcome[i] !== state.only) || (state.found && !state.found(i)) || (state.selected !== null && !state.line.has(i)));
  let shape = null;

  const nodes = new vis.DataSet();
  const edges = new vis.DataSet();
  const network = new vis.Network(stage, { nodes, edges }, made.options);
  const camera = makeCamera(network, stage, { left: 264, right: 304 });
  // Names stand beyond the outermost people.
  const spare = () => {
    const names = stage.clientWidth > NARROW ? 84 : 50;
    return state.layout === radial ? { x: names, y: names * 0.7 } : { x: 8, y: 8, end: 110 };
  };

  const drawNode = (i) => ({ ctx, x, y }) => ({
    drawNode: () => {
      const r = i === YOU ? 24 : sizeOf(i);
      ctx.save();
      ctx.translate(x, y);
      if (isMore(i)) {
        pill(ctx, `+${hiddenBehind(i)} more`, ink.soft, ink.ground);
        ctx.restore();
        return;
      }
      ctx.globalAlpha = i === YOU ? 1 : faded(i) ? 0.15 : pale(i) ? 0.6 : 1;
      outline(ctx, i === YOU ? "circle" : OUTCOME[data.outcome[i]].shape, r);
      const lead = i !== YOU && data.outcome[i] === LEAD;
      ctx.fillStyle = i === YOU ? ink.ink : lead ? ink.ground : colourOf(i);
      ctx.strokeStyle = lead ? colourOf(i) : ink.halo;
      ctx.lineWidth = lead ? 2 : 1.5;
      if (lead) ctx.setLineDash([3, 2]);
      ctx.fill();
      ctx.stroke();
      ctx.setLineDash([]);
      if (i === YOU) letter(ctx, "You", 15, ink.ground);
      else if (kids.get(i).length && !branches.open.has(i)) pill(ctx, "+" + below[i], ink.accent, ink["on-accent"]);
      if (i === state.selected) {
        ctx.beginPath();
        ctx.arc(0, 0, r + 5, 0, 7);
        ctx.strokeStyle = ink.accent;
        ctx.lineWidth = 2.5;
        ctx.stroke();
      }
      ctx.restore();
    },
    nodeDimensions: { width: 24, height: 24 },
  });

  const letter = (ctx, text, size, colour) => {
    ctx.font = `650 ${size}px ${FONT}`;
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    ctx.fillStyle = colour;
    ctx.fillText(text, 0, 0.5);
  };

  const pill = (ctx, text, ground, colour) => {
    ctx.font = `650 10px ${FONT}`;
    const half = ctx.measureText(text).width / 2 + 4;
    ctx.beginPath();
    ctx.roundRect(-half, -7, 2 * half, 14, 7);
    ctx.fillStyle = ground;
    ctx.fill();
    letter(ctx, text, 10, colour);
  };

  const styleNode = (i) => ({ ...(objects.get(idOf(i)) || { id: idOf(i) }), label: undefined, shape: "custom", ctxRenderer: drawNode(i), x: shape.places.get(i).x, y: shape.places.get(i).y });

  const styleEdge = (edge, dashed) => {
    const end = +edge.to.slice(1);
    const weak = faded(end) || pale(end);
    const straight = state.layout === radial || dashed;
    return {
      ...edge, width: dashed ? 1.2 : 1.5, dashes: dashed ? [5, 4] : false,
      arrows: { to: { enabled: dashed, scaleFactor: 0.45 } },
      smooth: straight ? (dashed ? { enabled: true, type: "curvedCW", roundness: 0.2 } : false) : { enabled: true, type: "cubicBezier", forceDirection: "horizontal", roundness: 0.55 },
      color: { color: dashed ? ink.warm : ink.edge, opacity: weak ? 0.15 : shape.order.length > 120 ? 0.4 : 0.7 },
    };
  };

  const rebuild = () => {
    const { w, h } = camera.room(spare());
    shape = state.layout(branches, h / w);
    const shown = new Set(shape.order);
    nodes.clear();
    edges.clear();
    nodes.add(shape.order.map(styleNode));
    edges.add(shape.order.filter(isPerson).map((i) => styleEdge(links.get("b" + i), false)));
    edges.add(data.others.flatMap(([u, v], k) => (shown.has(u) && shown.has(v) ? [styleEdge(links.get("o" + k), true)] : [])));
    summary();
  };
  const restyle = () => {
    edges.update(edges.get().map((edge) => styleEdge(links.get(edge.id), edge.id[0] === "o")));
    network.redraw();
  };

  // ---- painting ----
  const rings = (context) => {
    const deepest = Math.max(0, ...shape.order.map(branches.depthOf));
    const scale = network.getScale();
    context.strokeStyle = ink.rim;
    context.lineWidth = 1 / scale;
    context.setLineDash([2 / scale, 5 / scale]);
    for (let depth = 1; depth <= deepest; depth++) {
      context.beginPath();
      if (state.layout === radial) context.arc(0, 0, shape.ring * depth, 0, 7);
      else {
        context.moveTo(MARGIN + depth * COLUMN, bounds().top - 30);
        context.lineTo(MARGIN + depth * COLUMN, bounds().bottom + 30);
      }
      context.stroke();
    }
    context.setLineDash([]);
    return deepest;
  };

  const bounds = () => {
    const all = [...shape.places.values()];
    const [xs, ys] = [all.map(({ x }) => x), all.map(({ y }) => y)];
    return { left: Math.min(...xs) - 30, right: Math.max(...xs) + 30, top: Math.min(...ys) - 40, bottom: Math.max(...ys) + 30 };
  };

  const ringNames = (letters, place, deepest) => {
    for (let depth = 1; depth <= deepest; depth++) {
      const [x, y] = state.layout === radial ? place(shape.ring * depth * Math.cos(shape.gap), shape.ring * depth * Math.sin(shape.gap)) : place(MARGIN + depth * COLUMN, bounds().top - 20);
      letters.write(generationName(depth), x, y, "600 11px " + FONT, ink.soft);
    }
  };

  const turned = (context, i, place, scale) => {
    const { x, y, angle } = shape.places.get(i);
    const [px, py] = place(x, y);
    const flip = Math.cos(angle) < 0;
    const away = sizeOf(i) * scale + 5;
    context.save();
    context.translate(px, py);
    context.rotate(flip ? angle + Math.PI : angle);
    context.textAlign = flip ? "right" : "left";
    context.font = `${11.5}px ${FONT}`;
    context.globalAlpha = faded(i) ? 0.25 : 1;
    context.fillStyle = pale(i) ? ink.soft : ink.ink;
    const text = clipped(data.names[i], 22);
    context.strokeText(text, flip ? -away : away, 0);
    context.fillText(text, flip ? -away : away, 0);
    context.restore();
  };
  const clipped = (text, most) => (text.length > most ? Array.from(text).slice(0, most - 1).join("") + "…" : text);

  const beside = (context, i, place, scale) => {
    const { x, y } = shape.places.get(i);
    const [px, py] = place(x, y);
    context.textAlign = "left";
    context.font = `${data.outcome[i] === 0 ? 600 : 400} 12px ${FONT}`;
    context.globalAlpha = faded(i) ? 0.25 : 1;
    context.fillStyle = pale(i) ? ink.soft : ink.ink;
    const text = clipped(data.names[i], 20);
    const folded = kids.get(i).length && !branches.open.has(i) ? 12 : 0;
    const leaf = !childrenShown(branches, i).length;
    context.textAlign = leaf ? "left" : "right";
    const dx = (sizeOf(i) * scale + 6 + folded) * (leaf ? 1 : -1);
    context.strokeText(text, px + dx, py);
    context.fillText(text, px + dx, py);
    context.globalAlpha = 1;
  };

  network.on("beforeDrawing", rings);
  network.on("afterDrawing", (context) => {
    const { left, top } = camera.frame();
    const scale = network.getScale();
    const place = (x, y) => [(x - left) * scale, (y - top) * scale];
    const inside = ([x, y]) => x > -150 && y > -20 && x < stage.clientWidth + 150 && y < stage.clientHeight + 20;
    context.save();
    context.setTransform(devicePixelRatio || 1, 0, 0, devicePixelRatio || 1, 0, 0);
    Object.assign(context, { textBaseline: "middle", lineJoin: "round", lineWidth: 3, strokeStyle: ink.halo, textAlign: "center" });
    const letters = makeLettering(context);
    ringNames(letters, place, Math.max(0, ...shape.order.map(branches.depthOf)));
    for (const i of shape.order) {
      if (!isPerson(i) || !inside(place(shape.places.get(i).x, shape.places.get(i).y))) continue;
      const leaf = !childrenShown(branches, i).length;
      if (state.layout === columns) {
        if (shape.row * scale > 11) beside(context, i, place, scale);
      } else if (leaf && ARC * scale > 9.5) turned(context, i, place, scale);
    }
    if (state.layout === radial) {
      context.textAlign = "center";
      const inner = shape.order.filter((i) => isPerson(i) && (childrenShown(branches, i).length || ARC * scale <= 9.5)).sort((a, b) => below[b] - below[a]);
      for (const i of inner.slice(0, 120)) {
        const [x, y] = place(shape.places.get(i).x, shape.places.get(i).y);
        if (!faded(i)) letters.write(clipped(data.names[i], 22), x, y - sizeOf(i) * scale - 9, `600 12px ${FONT}`, ink.ink);
      }
    }
    context.restore();
  });

  // ---- moving ----
  const fit = (time) => camera.go(camera.fitted(bounds(), { most: 1.4, least: state.layout === columns ? 0.5 : 0, spare: spare() }), time);
  const zoom = (factor, at) => camera.zoom(factor, 0.02, at);
  network.on("doubleClick", ({ pointer }) => zoom(2, pointer.canvas));

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
    const before = network.canvasToDOM(shape.places.get(i));
    change();
    rebuild();
    const after = network.canvasToDOM(shape.places.get(i));
    const at = network.getViewPosition();
    const scale = network.getScale();
    network.moveTo({ position: { x: at.x + (after.x - before.x) / scale, y: at.y + (after.y - before.y) / scale } });
  };
  const toggle = (i) => {
    if (!kids.get(i).length) return;
    keepStill(i, () => branches.open.delete(i) || branches.open.add(i));
    list();
  };
  const showMore = (i) => {
    keepStill(i, () => branches.limits.set(i, branches.limits.get(i) + 2 * SIBLINGS));
    list();
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
    state.line = new Set(i === null ? [] : [...ancestors(i), ...descendants(i), ...data.others.filter(([, v]) => v === i).map(([u]) => u)]);
    if (opened) {
      rebuild();
      list();
    }
    if (i !== null) {
      showPerson(i, focus);
      if (centre) camera.centreOn(shape.places.get(i), Math.max(network.getScale(), 0.9));
    }
    $("tree-person").hidden = i === null;
    $("tree-yields").hidden = i !== null;
    restyle();
  };

  const nodeAt = ({ x, y }) => {
    let best = null;
    let nearest = 8 / network.getScale();
    for (const i of shape.order) {
      if (i === YOU) continue;
      const reach = isMore(i) ? 20 : sizeOf(i);
      const distance = Math.hypot(x - shape.places.get(i).x, y - shape.places.get(i).y) - reach;
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
    return { acts: true, text: [data.names[i], data.works[i], data.outcomes[data.outcome[i]]].filter(Boolean).join("\n") };
  });

  // ---- words ----
  const link = (i, note) => {
    const button = make("button", { type: "button" }, make("span", { textContent: data.names[i], dir: "auto" }), note ? make("small", { textContent: note }) : null);
    button.addEventListener("click", () => choose(i));
    return make("li", {}, button);
  };
  const section = (title, items) => (items.length ? [make("h3", { textContent: title }), make("ul", { className: "people" }, ...items)] : []);
  const showPerson = (i, focus) => {
    $("tree-name").textContent = data.names[i];
    $("tree-work").textContent = data.works[i];
    const facts = make("dl");
    const add = (term, value) => value && facts.append(make("dt", { textContent: term }), make("dd", { textContent: value }));
    add("Outcome", data.outcomes[data.outcome[i]]);
    add("Stands", data.status[i]);
    add("Named", data.named[i] && monthName(data.named[i]));
    add("Met", data.met[i] && monthName(data.met[i]));
    add("Led to", below[i] && plural(below[i], "person", "people"));
    const introducers = [data.parents[i], ...data.others.filter(([, v]) => v === i).map(([u]) => u)].filter((u) => u >= 0);
    const switcher = make("button", { type: "button", textContent: branches.open.has(i) ? "Fold this branch" : "Open this branch" });
    switcher.addEventListener("click", () => {
      toggle(i);
      showPerson(i, false);
    });
    $("tree-facts").replaceChildren(facts, ...(kids.get(i).length ? [switcher] : []), ...section("Named by", introducers.map((u, k) => link(u, k ? "as well" : ""))), ...section("Opened the door to", kids.get(i).slice(0, 60).map((v) => link(v, data.outcomes[data.outcome[v]]))));
    if (focus) $("tree-name").focus();
  };

  const yields = () => {
    const most = Math.max(1, ...data.yields.map(([, people]) => people));
    const rows = [...data.yields].sort((a, b) => b[2] - a[2] || b[1] - a[1]).slice(0, 200).map(([i, people, met, talks, interviews]) => {
      const bar = draw("svg", { viewBox: "0 0 100 7", preserveAspectRatio: "none", "aria-hidden": "true" }, draw("rect", { width: (100 * people) / most, height: 7, fill: "var(--rim)" }), draw("rect", { width: (100 * met) / most, height: 7, fill: "#009e73" }));
      const words = [plural(people, "name"), `${count(met)} met`, talks ? plural(talks, "talk") : "", interviews ? plural(interviews, "interview") : ""].filter(Boolean).join(", ");
      const button = make("button", { type: "button" }, make("span", { textContent: data.names[i], dir: "auto" }), bar, make("small", { textContent: words }));
      button.addEventListener("click", () => choose(i));
      return make("li", {}, button);
    });
    if (!rows.length) rows.push(make("li", { className: "more", textContent: "Nobody has passed a name on yet. When they do: netgraph refer INTRODUCER PERSON" }));
    $("tree-roots").replaceChildren(...rows);
    $("tree-loops").replaceChildren(...data.loops.map(([u, v]) => make("p", { className: "more", textContent: `Left out: ${u} named ${v}, who comes before them in the chain.` })));
  };

  const legend = () => {
    const rows = data.outcomes.map((text, k) => {
      const number = data.outcome.filter((outcome) => outcome === k).length;
      if (!number) return null;
      const button = make("button", { type: "button", title: "Show only these" }, swatch(OUTCOME[k].colour[0] === "#" ? OUTCOME[k].colour : `var(--${OUTCOME[k].colour})`, OUTCOME[k].shape), make("b", { textContent: text }), make("span", { textContent: count(number) }));
      button.setAttribute("aria-pressed", String(state.only === null || state.only === k));
      button.addEventListener("click", () => {
        state.only = state.only === k ? null : k;
        legend();
        restyle();
        $("tree-legend").querySelectorAll("button")[rows.filter(Boolean).indexOf(item)]?.focus();
      });
      const item = make("li", {}, button);
      return item;
    });
    if (data.others.length) rows.push(make("li", { className: "key" }, draw("svg", { class: "wide", viewBox: "0 0 34 12", "aria-hidden": "true" }, draw("path", { d: "M1 6h32", stroke: "var(--warm)", "stroke-width": 1.6, "stroke-dasharray": "5 3" })), make("b", { textContent: "Second introducer" }), make("span", { textContent: count(data.others.length) })));
    $("tree-legend").replaceChildren(...rows.filter(Boolean));
  };

  const summary = () => {
    const hidden = n - shape.order.filter(isPerson).length;
    $("tree-summary").textContent = `${plural(n, "person", "people")}${hidden ? `, ${count(hidden)} folded away` : ""}, as of ${data.as_of}.`;
  };

  const listItem = (i) => {
    if (isMore(i)) {
      const more = make("button", { type: "button", textContent: `${count(hiddenBehind(i))} more` });
      more.addEventListener("click", () => showMore(moreOf(i)));
      return make("li", { className: "leaf" }, more);
    }
    const words = make("button", { type: "button", className: pale(i) ? "pale" : "", textContent: data.names[i], dir: "auto" });
    words.addEventListener("click", () => choose(i));
    if (!kids.get(i).length) return make("li", { className: "leaf" }, words);
    const open = branches.open.has(i);
    const fold = make("button", { type: "button", className: "plain", textContent: open ? "▾" : "▸" });
    fold.setAttribute("aria-expanded", String(open));
    fold.setAttribute("aria-label", `${data.names[i]}: ${plural(below[i], "name")} below`);
    fold.addEventListener("click", () => {
      toggle(i);
      $("tree-list").querySelector(`[data-fold="${i}"]`)?.focus();
    });
    fold.dataset.fold = i;
    return make("li", {}, fold, words, open ? make("ul", {}, ...childrenShown(branches, i).map(listItem)) : null);
  };
  const list = () => $("tree-list").replaceChildren(...childrenShown(branches, YOU).map(listItem));

  // ---- files ----
  const png = () => savePicture(stage, "referral-tree.png");
  const svg = () => {
    const box = bounds();
    const root = draw("svg", { viewBox: [box.left, box.top, box.right - box.left, box.bottom - box.top].map(Math.round).join(" "), "font-family": "sans-serif", "font-size": 12 });
    const line = (u, v, attributes) => {
      const [a, b] = [shape.places.get(u), shape.places.get(v)];
      root.append(draw("line", { x1: a.x, y1: a.y, x2: b.x, y2: b.y, ...attributes }));
    };
    for (const i of shape.order.filter((at) => at !== YOU)) line(parentOf(i), i, { stroke: "#8a8778", "stroke-width": 1.5 });
    for (const [u, v] of data.others) if (shape.places.has(u) && shape.places.has(v)) line(u, v, { stroke: "#a8470c", "stroke-dasharray": "5 4" });
    for (const i of shape.order) {
      const { x, y } = shape.places.get(i);
      const lead = isPerson(i) && data.outcome[i] === LEAD;
      const fill = !isPerson(i) || data.outcome[i] === 0 ? "#1f262d" : lead ? "#0a628a" : OUTCOME[data.outcome[i]].colour;
      root.append(draw("circle", { cx: x, cy: y, r: i === YOU ? 20 : sizeOf(i), fill: lead ? "#ffffff" : fill, stroke: lead ? fill : "#ffffff", "stroke-width": 1.5 }));
      root.append(draw("text", { x: x + (i === YOU ? 24 : sizeOf(i) + 5), y: y + 4, fill: "#1f262d" }, name(i)));
    }
    download("referral-tree.svg", new Blob(['<?xml version="1.0" encoding="UTF-8"?>\n', new XMLSerializer().serializeToString(root)], { type: "image/svg+xml" }));
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
    list();
    fit();
  };
  const acts = {
    "tree-turn": turn, "tree-in": () => zoom(1.4), "tree-out": () => zoom(1 / 1.4), "tree-fit": () => fit(), "tree-theme": () => setTheme(!dark),
    "tree-png": png, "tree-svg": svg, "tree-open": () => all(true), "tree-close": () => all(false), "tree-shut": () => choose(null),
  };
  for (const [id, act] of Object.entries(acts)) $(id).addEventListener("click", act);
  const searched = { n, names: data.names, workOf: (i) => data.works[i], score: below };
  const focusSearch = makeSearch("tree-", searched, (test) => {
    state.found = test;
    restyle();
  }, (i) => choose(i));
  const keys = { "/": focusSearch, "+": acts["tree-in"], "=": acts["tree-in"], "-": acts["tree-out"], 0: acts["tree-fit"], d: acts["tree-theme"], r: turn, s: png, v: svg, Escape: () => choose(null) };
  keys.Enter = (event) => event.target === stage && state.selected !== null && toggle(state.selected);
  listenToKeys(alone ? window : $("tree"), stage, camera, keys);
  makeSheets([["tree-sheet-left", "tree-left"], ["tree-sheet-side", "tree-side"]], () => network.redraw());
  themeListeners.push(restyle);
  $("tree-open").hidden = n > 1500;
  openBest(branches);
  rebuild();
  legend();
  yields();
  list();
  fit(0);
  return { network, nodes, edges, state, fit: () => fit(0), select: (i) => choose(i) };
};
