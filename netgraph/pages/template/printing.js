// @ts-check
// On paper a picture is an image of itself: whole, undistorted, in light colours.

import { make } from "./dom.js";

/** Put an image in the place of the canvas while the page is printed; `fit` shows the whole of it. */
export const printWhole = (stage, network, fit) => {
  let before = null;
  addEventListener("beforeprint", () => {
    before = { position: network.getViewPosition(), scale: network.getScale() };
    fit();
    network.redraw();
    const source = stage.querySelector("canvas").toDataURL("image/png");
    stage.append(make("img", { className: "printed", src: source, alt: stage.getAttribute("aria-label") }));
  });
  addEventListener("afterprint", () => {
    stage.querySelector(".printed")?.remove();
    if (before) network.moveTo(before);
  });
};
