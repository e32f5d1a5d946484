// @ts-check
// What is painted under and over vis-network's own nodes at every frame.

import { Labels } from "./labels.js";

const OBSTACLES = "#map .card, #map .bar > *, #map .sheets, #map .glance";

const boxesOver = (stage) => {
  const corner = stage.getBoundingClientRect();
  return [...document.querySelectorAll(OBSTACLES)]
    .map((element) => element.getBoundingClientRect())
    .filter((box) => box.width)
    .map((box) => [
      box.left - corner.left - 4,
      box.top - corner.top - 4,
      box.right - corner.left + 4,
      box.bottom - corner.top + 4,
    ]);
};

/** @param {MapState} map */
export const makeDrawing = (map, network, camera, stage) => {
  const { view, painter, overlay, live, suggested } = map;
  const labels = new Labels(map);
  let walls = null;
  let moving = 0;
  let seen = null;

  const named = () => {
    if (view.chain) return [...view.chain].filter((i) => i >= 0);
    if (view.selected < 0 && view.isThen()) return [];
    if (view.selected < 0) return suggested.filter((i) => view.visible[i]);
    return [view.selected, ...[...view.near].filter((i) => i !== view.selected).slice(0, 30)];
  };

  const under = (context) => {
    const frame = camera.frame();
    const scale = network.getScale();
    painter.paint(context, frame, scale, live, moving !== 0);
    overlay.paintTies(context, frame, scale, moving !== 0);
    overlay.paintWays(context, scale);
    overlay.paintChain(context, scale);
  };

  const over = (context) => {
    const frame = camera.frame();
    const scale = network.getScale();
    const place = (x, y) => [(x - frame.left) * scale, (y - frame.top) * scale];
    overlay.paintFocus(context, scale);
    context.save();
    context.setTransform(devicePixelRatio || 1, 0, 0, devicePixelRatio || 1, 0, 0);
    const badges = overlay.paintBadges(context, place, scale, frame, view.isThen() ? [] : suggested);
    walls ||= boxesOver(stage);
    const half = Math.max(24 * scale, 9);
    const [x, y] = place(0, 0);
    const obstacles = [...walls, [x - half, y - half, x + half, y + half]];
    const most = moving ? 60 : 260;
    const size = [stage.clientWidth, stage.clientHeight];
    const first = new Set(named());
    const letters = labels.paint(context, frame, scale, place, {
      most,
      obstacles,
      first,
      size,
      badges,
      moving: moving !== 0,
    });
    seen = { size, place, scale, badges: overlay.badges, letters };
    context.restore();
  };

  const settle = () => {
    moving = 0;
    network.redraw();
  };
  const move = () => {
    clearTimeout(moving);
    moving = window.setTimeout(settle, 160);
  };
  network.on("beforeDrawing", under);
  network.on("afterDrawing", over);
  return { move, replaceWalls: () => (walls = null), seen: () => seen };
};
