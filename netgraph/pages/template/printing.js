// @ts-check
// On paper a picture is an image of itself: whole, undistorted, sharp, in light colours.

import { make } from "./dom.js";

const SHARP = 2; // so many dots of the image to one of the screen
const MARGIN = 12;

// vis-network paints as many dots as the window says that it has.
const setRatio = (network, ratio) => {
  Object.defineProperty(window, "devicePixelRatio", { get: () => ratio, set() {}, configurable: true });
  network.setSize("100%", "100%");
};

/** The box of a canvas in which anything is painted. */
export const inkOf = ({ data, width, height }) => {
  const box = { left: width, top: height, right: 0, bottom: 0 };
  for (let y = 0; y < height; y += 2)
    for (let x = 0; x < width; x += 2)
      if (data[4 * (y * width + x) + 3]) {
        box.left = Math.min(box.left, x);
        box.right = Math.max(box.right, x);
        box.top = Math.min(box.top, y);
        box.bottom = Math.max(box.bottom, y);
      }
  return box;
};

const trimmed = (canvas) => {
  const context = canvas.getContext("2d");
  const box = inkOf(context.getImageData(0, 0, canvas.width, canvas.height));
  const [width, height] = [box.right - box.left + 2 * MARGIN, box.bottom - box.top + 2 * MARGIN];
  if (width < 4 * MARGIN) return canvas;
  const copy = make("canvas", { width, height });
  copy.getContext("2d").drawImage(canvas, MARGIN - box.left, MARGIN - box.top);
  return copy;
};

/** Put an image in the place of the canvas while the page is printed; `fit` shows the whole of it. */
export const printWhole = (stage, network, fit, unfit = () => {}) => {
  let before = null;
  addEventListener("beforeprint", () => {
    before = { position: network.getViewPosition(), scale: network.getScale() };
    const own = devicePixelRatio;
    setRatio(network, Math.max(own, SHARP));
    fit();
    network.redraw();
    const source = trimmed(stage.querySelector("canvas")).toDataURL("image/png");
    setRatio(network, own);
    stage.querySelector(".printed")?.remove();
    stage.append(make("img", { className: "printed", src: source, alt: stage.getAttribute("aria-label") }));
  });
  addEventListener("afterprint", () => {
    stage.querySelector(".printed")?.remove();
    unfit();
    if (before) network.moveTo(before);
  });
};
