// @ts-check
// The map itself: vis-network moves and zooms and draws the nodes that pyvis made; the rest is painted.

import { Camera, HIGHEST, NARROW } from "./camera.js";
import { $, download } from "./dom.js";
import { CompanyPanel, readCompanies, sizeOf } from "./companies.js";
import { makeDrawing } from "./drawing.js";
import { makeFilters } from "./filters.js";
import { makeGlance } from "./glance.js";
import { listenToKeys } from "./keys.js";
import { Legend } from "./legend.js";
import { makeNetwork } from "./mapnodes.js";
import { readMap } from "./mapstate.js";
import { drawMap } from "./mapsvg.js";
import { Panel } from "./panel.js";
import { LOOSE, UNKNOWN } from "./people.js";
import { OPENED, makePointer } from "./pointer.js";
import { printWhole } from "./printing.js";
import { Search } from "./search.js";
import { makeSheets } from "./sheets.js";
import { isDark, savePicture, setTheme, themeListeners } from "./theme.js";
import { makeTip } from "./tip.js";
import { makeTable } from "./peopletable.js";
import { makeWay } from "./way.js";
import { clamp, plural } from "./words.js";
import { makeYears } from "./years.js";

// The names of wedges stand outside the wheel.
const roomForNames = (network) =>
  network.canvas.frame.clientWidth > NARROW ? { x: 62, y: 44 } : { x: 14, y: 24 };

// Moving: the whole map, one disc, a factor; never further out than the map is small.
const makeMoves = ({ painter, groups }, network, camera) => {
  const lowest = () => camera.fitted(painter.box).scale * 0.5;
  const spare = () => (painter.life ? roomForNames(network) : {});
  const most = painter.life ? 2.6 : 1.4;
  const fit = (time = undefined) => camera.go(camera.fitted(painter.box, { most, spare: spare() }), time);
  const zoom = (factor, at = undefined) => camera.zoom(factor, lowest(), at);
  const openGroup = (g) => {
    const { x, y, r } = groups[g];
    const reach = r + 30;
    const box = { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach };
    camera.go(camera.fitted(box, { most: 2.2 }));
  };
  const openWedge = (wedge) => {
    const some = groups.filter((group) => group.wedge === wedge);
    const box = {
      left: Math.min(...some.map(({ x, r }) => x - r)),
      right: Math.max(...some.map(({ x, r }) => x + r)),
      top: Math.min(...some.map(({ y, r }) => y - r)),
      bottom: Math.max(...some.map(({ y, r }) => y + r)),
    };
    camera.go(camera.fitted(box, { most: 2.2 }));
  };
  const hold = () => {
    const scale = network.getScale();
    const allowed = clamp(scale, lowest(), HIGHEST);
    if (scale !== allowed) network.moveTo({ scale: allowed });
  };
  return { fit, zoom, openGroup, openWedge, hold };
};

// What the panels cover: beside the map, and on a phone below it.
const SIDES = {
  get left() {
    return $("legend-card").offsetWidth ? 276 : 14;
  },
  right: 326,
  get below() {
    return $("glance").offsetHeight;
  },
};

// The address of the page names who is looked at, so that it can be kept.
const remember = (i) => {
  try {
    history.replaceState(null, "", i >= 0 ? "#id=" + i : "#");
  } catch {
    // a frame without an address of its own keeps none
  }
};

const makeChooser = (map, network, camera, moves, openSheet) => {
  const { people, ties, doors, view } = map;
  const choose = (i, { centre = true, focus = true } = {}) => {
    view.selected = i;
    view.chain = null;
    view.near = new Set(i >= 0 ? [i] : []);
    $("path").setAttribute("aria-pressed", "false");
    $("chains").hidden = true;
    if (i >= 0) {
      for (const [j] of [...(doors.into.get(i) || []), ...(doors.outOf.get(i) || [])]) view.near.add(j);
      for (const [j] of ties.of(i).slice(0, 60)) view.near.add(j);
      panel.showPerson(i, focus);
      openSheet("sheet-side", true);
      if (centre) camera.centreOn({ x: people.x[i], y: people.y[i] }, Math.max(network.getScale(), OPENED));
    } else panel.hidePerson();
    remember(i);
    view.tell("focus");
  };
  const panel = new Panel(map, (i) => choose(i));
  const companies = readCompanies(map.data, people, map.groups);
  const places = new CompanyPanel(map, companies, (i) => choose(i));
  const open = (name, { centre = true, focus = true } = {}) => {
    choose(-1);
    if (!places.show(name, focus)) return;
    openSheet("sheet-side", true);
    const g = map.groups.findIndex((group) => group.name === name && group.kind !== LOOSE);
    if (centre && g >= 0) moves.openGroup(g);
  };
  return { choose, open, companies };
};

// Everybody, every place and every circle, to be found by their words.
const searchedOf = ({ people, data, groups }, companies) => {
  const circles = data.life
    ? data.life.wedges
        .map(({ name }, wedge) => ({ name, wedge, people: [], past: [] }))
        .filter(({ name }) => name && !companies.has(name))
    : [];
  for (const circle of circles)
    for (const { first, end, wedge } of groups)
      if (wedge === circle.wedge) for (let i = first; i < end; i++) circle.people.push(i);
  const places = [...companies.values(), ...circles];
  const size = (i) => places[i - people.n];
  return {
    names: [...people.names, ...places.map(({ name }) => name)],
    workOf: (i) => (i < people.n ? people.workOf(i) : sizeOf(size(i))),
    plain: (i) => (i < people.n ? people.plain(i) : ""),
    score: [...people.score, ...places.map(() => 101)],
    place: (i) => (i < people.n ? null : size(i)),
  };
};

const makeSearch = (map, moves, { choose, open, companies }) => {
  const narrow = (test) => map.view.filter("search", test);
  const searched = searchedOf(map, companies);
  return new Search("", searched, narrow, (i) => {
    const place = searched.place(i);
    if (!place) choose(i);
    else if (place.wedge === undefined) open(place.name);
    else moves.openWedge(place.wedge);
  });
};

const listenToPointer = (map, network, stage, moves, { choose, open }) => {
  const { people, groups, view } = map;
  const pointer = makePointer(map, network, stage);
  const look = (i) => choose(i, { centre: false, focus: false });
  network.on("click", ({ pointer: { canvas } }) => {
    const g = pointer.group(canvas);
    const i = pointer.person(canvas);
    if (pointer.isClear(i)) look(i);
    else if (g >= 0) open(groups[g].name, { centre: !pointer.isOpen(g), focus: false });
    else if (i >= 0) look(i);
    else if (view.selected >= 0 || view.chain) choose(-1);
  });
  network.on("doubleClick", ({ pointer: { canvas } }) => moves.zoom(2, canvas));
  makeTip(network, stage, $("map-tip"), (at) => {
    const i = pointer.person(at);
    if (i >= 0) {
      const said = [people.names[i], people.titleOf(i), people.companyOf(i)];
      return { acts: true, text: said.filter(Boolean).join("\n") };
    }
    const g = pointer.group(at);
    if (g < 0) return { acts: false, text: "" };
    const { name, first, end } = groups[g];
    return { acts: true, text: `${name || UNKNOWN}\n${plural(end - first, "person", "people")}` };
  });
};

const actsOf = ({ data, suggested, view }, stage, moves, { choose, showWay, svg, table }) => {
  let turn = -1;
  const next = () => {
    if (!suggested.length) return;
    turn = (turn + 1) % suggested.length;
    choose(suggested[turn]);
  };
  const buttons = {
    "zoom-in": () => moves.zoom(1.5),
    "zoom-out": () => moves.zoom(1 / 1.5),
    "zoom-fit": () => moves.fit(),
    theme: () => setTheme(!isDark()),
    save: () => savePicture(stage, "network.png"),
    "save-svg": svg,
    print: () => print(),
    "table-open": table,
    "table-close": () => $("table").close(),
    "help-open": () => $("help").showModal(),
    "help-close": () => $("help").close(),
    "person-close": () => choose(-1),
    "company-close": () => choose(-1),
  };
  const keys = {
    "+": buttons["zoom-in"],
    "=": buttons["zoom-in"],
    "-": buttons["zoom-out"],
    0: buttons["zoom-fit"],
    d: buttons.theme,
    s: buttons.save,
    v: svg,
    p: buttons.print,
    l: table,
    "?": buttons["help-open"],
    n: next,
    g: () => data.paths.length && showWay(),
    t: () => view.update({ inferred: !view.inferred }),
    Escape: () => (view.selected >= 0 || view.chain || !$("company-pane").hidden ? choose(-1) : moves.fit()),
  };
  return { buttons, keys };
};

const saveSvg = (map, drawing) => {
  const text = ['<?xml version="1.0" encoding="UTF-8"?>\n', drawMap(map, document.title, drawing.seen())];
  download("network.svg", new Blob(text, { type: "image/svg+xml" }));
};

const listenToView = (map, made, drawing, moves) => {
  const { view, painter } = map;
  const refresh = () => {
    painter.freshen();
    made.restyle();
    made.network.redraw();
  };
  view.listen((change) => {
    drawing.replaceWalls();
    if (change === "classes") refresh();
    else if (change === "focus") {
      made.restyle();
      made.network.redraw();
    } else if (change.open !== undefined) moves.openGroup(change.open);
  });
  themeListeners.push(refresh);
};

export const makeMap = (data, objects, alone) => {
  const stage = $("map-canvas");
  const map = readMap(data, objects);
  const { people, view } = map;
  const made = makeNetwork(map, stage, objects);
  const { network, nodes, edges } = made;
  const camera = new Camera(network, stage, SIDES);
  const moves = makeMoves(map, network, camera);
  const drawing = makeDrawing(map, network, camera, stage);
  const panels = [
    ["sheet-legend", "legend-card"],
    ["sheet-side", "side"],
  ];
  const openSheet = makeSheets(panels, () => {
    drawing.replaceWalls();
    network.redraw();
  });
  const chooser = makeChooser(map, network, camera, moves, openSheet);
  const { choose, open } = chooser;
  makeGlance(map, chooser);
  const showWay = makeWay(map, camera, choose);
  listenToPointer(map, network, stage, moves, chooser);
  listenToView(map, made, drawing, moves);
  network.on("dragging", drawing.move);
  network.on("zoom", () => {
    drawing.move();
    moves.hold();
  });
  const search = makeSearch(map, moves, chooser);
  makeFilters(map);
  makeYears(map);
  new Legend(map);
  const { buttons, keys } = actsOf(map, stage, moves, {
    choose,
    showWay,
    svg: () => saveSvg(map, drawing),
    table: makeTable(map, choose),
  });
  for (const [id, act] of Object.entries(buttons)) $(id).addEventListener("click", act);
  listenToKeys(alone ? window : $("map"), stage, camera, { ...keys, "/": () => search.focus() });
  addEventListener("resize", drawing.replaceWalls);
  printWhole(stage, network, () => moves.fit(0));
  moves.fit(0);
  const asked = /^#id=(\d+)$/.exec(location.hash);
  if (asked && +asked[1] < people.n) choose(+asked[1], { focus: false });
  return {
    network,
    nodes,
    edges,
    people,
    groups: map.groups,
    view,
    badges: () => drawing.seen().badges.length,
    names: () => drawing.seen().letters.placed,
    rim: () => (data.life ? data.life.rim : 0),
    fit: () => moves.fit(0),
    select: (i) => choose(i),
    open,
  };
};
