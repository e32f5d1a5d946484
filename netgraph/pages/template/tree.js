// @ts-check
// The referral tree: ego in the middle or at the left, one ring or column per generation.

import { SIBLINGS, YOU, isMore, moreOf } from "./branches.js";
import { Camera, NARROW } from "./camera.js";
import { $, download } from "./dom.js";
import { listenToKeys } from "./keys.js";
import { printWhole } from "./printing.js";
import { Search } from "./search.js";
import { makeSheets } from "./sheets.js";
import { ink, isDark, savePicture, setTheme, themeListeners } from "./theme.js";
import { makeTip } from "./tip.js";
import { TreePainter } from "./treepaint.js";
import { TreeState } from "./treestate.js";
import { drawTree } from "./treesvg.js";
import { TreeWords } from "./treewords.js";

const LARGE = 60; // of more people paper has a list as well
const READABLE = 1500; // more people are not opened all at once
// What the panels cover beside the tree.
const SIDES = {
  get left() {
    return $("tree-left").offsetWidth ? 264 : 14;
  },
  right: 304,
};
const idOf = (i) => "b" + (i === YOU ? "me" : i);

class Tree {
  /**
   * @param {TreeData} data
   * @param {Objects} made
   */
  constructor(data, made, alone) {
    this.made = made;
    this.alone = alone;
    this.stage = $("tree-canvas");
    this.state = new TreeState(data);
    this.objects = new Map(made.nodes.map((node) => [node.id, node]));
    this.links = new Map(made.edges.map((edge) => [edge.id, edge]));
    this.nodes = new vis.DataSet();
    this.edges = new vis.DataSet();
    this.network = new vis.Network(this.stage, { nodes: this.nodes, edges: this.edges }, made.options);
    this.camera = new Camera(this.network, this.stage, SIDES);
    this.painter = new TreePainter(this.state, this.network, this.stage, this.camera);
    this.#listen();
    this.rebuild();
    this.words = new TreeWords(this.state, {
      choose: (i) => this.choose(i),
      toggle: (i) => this.toggle(i),
      showMore: (i) => this.showMore(i),
      restyle: () => this.restyle(),
    });
    this.words.showSummary();
    $("tree").classList.toggle("large", data.names.length > LARGE);
    const paper = (bare) => () => {
      this.camera.bare = bare;
      this.rebuild();
      this.fit(0, bare);
    };
    printWhole(this.stage, this.network, paper(true), paper(false));
    this.fit(0);
  }

  // ---- drawing ----
  #styleNode(i) {
    const { x, y } = this.state.place(i);
    const object = this.objects.get(idOf(i)) || { id: idOf(i) };
    return {
      ...object,
      label: undefined,
      shape: "custom",
      ctxRenderer: this.painter.drawNode(i),
      x,
      y,
    };
  }

  #styleEdge(edge, dashed) {
    const { state } = this;
    const end = +edge.to.slice(1);
    const weak = state.isFaded(end) || state.isPale(end);
    const curve = { enabled: true, type: "cubicBezier", forceDirection: "horizontal", roundness: 0.55 };
    const solid = state.isRadial ? false : curve;
    return {
      ...edge,
      width: dashed ? 1.2 : 1.5,
      dashes: dashed ? [5, 4] : false,
      arrows: { to: { enabled: dashed, scaleFactor: 0.45 } },
      smooth: dashed ? { enabled: true, type: "curvedCW", roundness: 0.2 } : solid,
      color: {
        color: dashed ? ink.warm : state.isOpen(end) ? ink.accent : ink.edge,
        opacity: weak ? 0.15 : state.shape.order.length > 120 ? 0.5 : 0.8,
      },
    };
  }

  // Names stand beyond the outermost people.
  #spare() {
    const names = this.stage.clientWidth > NARROW ? 84 : 50;
    return this.state.isRadial ? { x: names, y: names } : { x: 8, y: 12, end: this.painter.longest() };
  }

  rebuild() {
    const { state, nodes, edges, links } = this;
    state.lay(1);
    const { w, h } = this.camera.room(this.#spare());
    state.lay(h / w);
    const { order, places } = state.shape;
    nodes.clear();
    edges.clear();
    nodes.add(order.map((i) => this.#styleNode(i)));
    edges.add(order.filter((i) => state.isPerson(i)).map((i) => this.#styleEdge(links.get("b" + i), false)));
    state.data.others.forEach(([u, v], k) => {
      if (places.has(u) && places.has(v)) edges.add(this.#styleEdge(links.get("o" + k), true));
    });
    this.words?.showSummary();
  }

  restyle() {
    const restyled = this.edges.get().map(({ id }) => this.#styleEdge(this.links.get(id), id[0] === "o"));
    this.edges.update(restyled);
    this.network.redraw();
  }

  // ---- moving ----
  fit(time = undefined, whole = false) {
    const least = this.state.isRadial || whole ? 0 : 0.4;
    this.camera.go(
      this.camera.fitted(this.painter.bounds(), { most: 1.4, least, spare: this.#spare() }),
      time,
    );
  }

  zoom(factor, at = undefined) {
    this.camera.zoom(factor, 0.02, at);
  }

  #keepStill(i, change) {
    const { network, state } = this;
    const before = network.canvasToDOM(state.place(i));
    change();
    this.rebuild();
    const after = network.canvasToDOM(state.place(i));
    const at = network.getViewPosition();
    const scale = network.getScale();
    network.moveTo({
      position: { x: at.x + (after.x - before.x) / scale, y: at.y + (after.y - before.y) / scale },
    });
    this.words.showList();
  }

  // ---- choosing and folding ----
  toggle(i) {
    const { open } = this.state.branches;
    if (this.state.kids.get(i).length) this.#keepStill(i, () => open.delete(i) || open.add(i));
  }

  showMore(i) {
    const { limits } = this.state.branches;
    this.#keepStill(i, () => limits.set(i, limits.get(i) + 2 * SIBLINGS));
  }

  choose(i, { centre = true, focus = true } = {}) {
    if (this.state.choose(i)) {
      this.rebuild();
      this.words.showList();
    }
    if (i !== null) {
      this.words.showPerson(i, focus);
      this.openSheet("tree-sheet-side", true);
      if (centre) this.camera.centreOn(this.state.place(i), Math.max(this.network.getScale(), 0.9));
    }
    $("tree-person").hidden = i === null;
    $("tree-yields").hidden = i !== null;
    this.restyle();
  }

  turn() {
    this.state.turn();
    $("tree-turn").setAttribute("aria-pressed", String(!this.state.isRadial));
    this.rebuild();
    this.fit();
  }

  openAll(open) {
    this.state.openAll(open);
    this.rebuild();
    this.words.showList();
    this.fit();
  }

  // ---- listening ----
  #nodeAt({ x, y }) {
    const { state } = this;
    let best = null;
    let nearest = 8 / this.network.getScale();
    for (const i of state.shape.order) {
      if (i === YOU) continue;
      const reach = isMore(i) ? 20 : this.painter.sizeOf(i);
      const distance = Math.hypot(x - state.place(i).x, y - state.place(i).y) - reach;
      if (distance < nearest) [best, nearest] = [i, distance];
    }
    return best;
  }

  #click(at) {
    const { state } = this;
    const i = this.#nodeAt(at);
    if (i !== null && isMore(i)) return void this.showMore(moreOf(i));
    if (i !== null && (i === state.selected || state.isFolded(i))) this.toggle(i);
    this.choose(i, { centre: false, focus: false });
  }

  #describe(at) {
    const { data } = this.state;
    const i = this.#nodeAt(at);
    if (i === null) return { acts: false, text: "" };
    if (isMore(i)) return { acts: true, text: "Show more of them" };
    const said = [data.names[i], data.works[i], data.outcomes[data.outcome[i]]];
    return { acts: true, text: said.filter(Boolean).join("\n") };
  }

  #listen() {
    const { network, stage, painter, state } = this;
    network.on("beforeDrawing", (context) => painter.paintGenerations(context));
    network.on("afterDrawing", (context) => painter.paintNames(context));
    network.on("click", ({ pointer }) => this.#click(pointer.canvas));
    network.on("doubleClick", ({ pointer }) => {
      if (this.#nodeAt(pointer.canvas) === null) this.zoom(2, pointer.canvas);
    });
    makeTip(network, stage, $("tree-tip"), (at) => this.#describe(at));
    this.openSheet = makeSheets(
      [
        ["tree-sheet-left", "tree-left"],
        ["tree-sheet-side", "tree-side"],
      ],
      () => network.redraw(),
    );
    themeListeners.push(() => this.restyle());
    $("tree-open").hidden = state.branches.n > READABLE;
    this.#listenToKeys(this.#makeSearch());
  }

  #makeSearch() {
    const { data, branches } = this.state;
    const searched = {
      names: data.names,
      workOf: (i) => data.works[i],
      plain: (i) => data.plain[i] || "",
      score: branches.below,
    };
    const narrow = (test) => {
      this.state.found = test;
      this.restyle();
    };
    return new Search("tree-", searched, narrow, (i) => this.choose(i));
  }

  #savePng() {
    savePicture(this.stage, "referral-tree.png");
  }

  #saveSvg() {
    const drawing = drawTree(this.state, this.painter.bounds());
    const text = ['<?xml version="1.0" encoding="UTF-8"?>\n', drawing];
    download("referral-tree.svg", new Blob(text, { type: "image/svg+xml" }));
  }

  #listenToKeys(search) {
    const acts = {
      "tree-turn": () => this.turn(),
      "tree-in": () => this.zoom(1.4),
      "tree-out": () => this.zoom(1 / 1.4),
      "tree-fit": () => this.fit(),
      "tree-theme": () => setTheme(!isDark()),
      "tree-png": () => this.#savePng(),
      "tree-svg": () => this.#saveSvg(),
      "tree-open": () => this.openAll(true),
      "tree-close": () => this.openAll(false),
      "tree-shut": () => this.choose(null),
    };
    for (const [id, act] of Object.entries(acts)) $(id).addEventListener("click", act);
    const { state, stage } = this;
    listenToKeys(this.alone ? window : $("tree"), stage, this.camera, {
      "/": () => search.focus(),
      "+": acts["tree-in"],
      "=": acts["tree-in"],
      "-": acts["tree-out"],
      0: acts["tree-fit"],
      d: acts["tree-theme"],
      r: acts["tree-turn"],
      s: acts["tree-png"],
      v: acts["tree-svg"],
      Escape: acts["tree-shut"],
      Enter: (event) => event.target === stage && state.selected !== null && this.toggle(state.selected),
    });
  }
}

export const makeTree = (data, made, alone) => {
  const tree = new Tree(data, made, alone);
  const { network, nodes, edges, state } = tree;
  return { network, nodes, edges, state, fit: () => tree.fit(0), select: (i) => tree.choose(i) };
};
