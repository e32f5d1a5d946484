// @ts-check
// On a phone the panels are sheets, one at a time; `pairs` are the buttons' and panels' ids.

import { $ } from "./dom.js";

export const makeSheets = (pairs, changed) => {
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
