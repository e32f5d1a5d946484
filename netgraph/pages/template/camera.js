// Moving, zooming, pointing and keys: the same for the map and the tree.

const NARROW = 820;
const HIGHEST = 6;

// `sides` are the widths of the panels left and right, which lie over the picture when it is wide.
const makeCamera = (network, stage, sides) => {
  const room = (spare = {}) => {
    const wide = stage.clientWidth > NARROW;
    const [left, right, top, bottom] = wide ? [sides.left, sides.right, 66, 14] : [10, 10, 112, 66];
    const free = {
      left: left + (spare.x || 0),
      right: right + (spare.end || spare.x || 0),
      top: top + (spare.y || 0),
      bottom: bottom + (spare.y || 0),
    };
    return {
      ...free,
      w: stage.clientWidth - free.left - free.right,
      h: stage.clientHeight - free.top - free.bottom,
    };
  };

  const go = (target, time = 300) =>
    network.moveTo({
      ...target,
      animation: calm.matches || !time ? false : { duration: time, easingFunction: "easeInOutQuad" },
    });

  // The view in which a box fills the free room, at no more than the scale `most`.
  const fitted = (box, { most = 2, least = 0, spare = {} } = {}) => {
    const { left, right, top, bottom, w, h } = room(spare);
    const whole = Math.min(w / (box.right - box.left), h / (box.bottom - box.top), most);
    const scale = Math.max(whole, least);
    const middle = {
      x: (box.left + box.right) / 2 + (right - left) / 2 / scale,
      y: (box.top + box.bottom) / 2 + (bottom - top) / 2 / scale,
    };
    const start = {
      x: box.left + (stage.clientWidth / 2 - left) / scale,
      y: box.top + (stage.clientHeight / 2 - top) / scale,
    };
    return { scale, position: scale > whole ? { x: start.x, y: Math.max(start.y, middle.y) } : middle };
  };

  const centreOn = ({ x, y }, scale) => {
    const { left, right } = room();
    go({ scale, position: { x: x + (right - left) / 2 / scale, y } });
  };

  // Zoom by a factor; the place `at`, or the middle, stays where it is on the screen.
  const zoom = (factor, lowest, at) => {
    const old = network.getScale();
    const scale = clamp(old * factor, lowest, HIGHEST);
    const centre = network.getViewPosition();
    const still = at || centre;
    const share = old / scale;
    go(
      {
        scale,
        position: { x: still.x + (centre.x - still.x) * share, y: still.y + (centre.y - still.y) * share },
      },
      160,
    );
  };

  const pan = (right, down) => {
    const { x, y } = network.getViewPosition();
    const step = 80 / network.getScale();
    network.moveTo({ position: { x: x + right * step, y: y + down * step } });
  };

  const frame = () => {
    const { x: left, y: top } = network.DOMtoCanvas({ x: 0, y: 0 });
    const { x: right, y: bottom } = network.DOMtoCanvas({ x: stage.clientWidth, y: stage.clientHeight });
    return { left, top, right, bottom };
  };

  return { room, go, fitted, centreOn, zoom, pan, frame };
};

// Say under the pointer what `describe` finds there: text and whether a click would act.
const makeTip = (network, stage, tip, describe) => {
  let pending = 0;
  const show = (event) => {
    pending = 0;
    const corner = stage.getBoundingClientRect();
    const [x, y] = [event.clientX - corner.left, event.clientY - corner.top];
    const { text, acts } = describe(network.DOMtoCanvas({ x, y }));
    stage.style.cursor = acts ? "pointer" : "grab";
    tip.hidden = !text;
    if (!text) return;
    tip.textContent = text;
    tip.style.left = Math.min(x + 14, stage.clientWidth - tip.offsetWidth - 8) + "px";
    tip.style.top = Math.min(y + 14, stage.clientHeight - tip.offsetHeight - 8) + "px";
  };
  stage.addEventListener("pointermove", (event) => {
    if (!event.buttons && !pending && event.pointerType !== "touch")
      pending = requestAnimationFrame(() => show(event));
  });
  stage.addEventListener("pointerleave", () => (tip.hidden = true));
};

const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

const listenToKeys = (target, stage, camera, keys) => {
  target.addEventListener("keydown", (event) => {
    if (typing(event) || document.querySelector("dialog[open]")) return;
    const way = WAYS[event.key];
    if (way && (event.target === stage || event.target === document.body)) camera.pan(...way);
    else if (way || !keys[event.key] || keys[event.key](event) === false) return;
    event.preventDefault();
  });
};

// On a phone the panels are sheets, one at a time; `pairs` are the buttons' and panels' ids.
const makeSheets = (pairs, changed) => {
  const open = (button, shown) => {
    for (const [other, panel] of pairs) {
      const visible = other === button && shown;
      $(panel).classList.toggle("shown", visible);
      $(other).setAttribute("aria-expanded", String(visible));
    }
    changed();
  };
  for (const [button] of pairs)
    $(button).addEventListener("click", () =>
      open(button, $(button).getAttribute("aria-expanded") !== "true"),
    );
  return open;
};
