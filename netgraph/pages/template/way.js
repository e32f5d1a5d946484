// @ts-check
// The way to the goal: chains of introductions, lit up on the map and listed beside it.

import { $, choice, make } from "./dom.js";

const boxAround = (chain, people) => {
  const xs = chain.map((i) => (i < 0 ? 0 : people.x[i]));
  const ys = chain.map((i) => (i < 0 ? 0 : people.y[i]));
  return {
    left: Math.min(...xs) - 80,
    right: Math.max(...xs) + 80,
    top: Math.min(...ys) - 80,
    bottom: Math.max(...ys) + 80,
  };
};

/** @param {MapState} map */
export const makeWay = ({ data, people, view }, camera, choose) => {
  const row = ({ people: route, words }, k) =>
    choice(
      () => choose(route[route.length - 1]),
      make("span", { className: "rank", textContent: k + 1 }),
      make("span", {
        dir: "auto",
        textContent: route.map((i) => (i < 0 ? "You" : people.names[i])).join(" → "),
      }),
      make("small", {
        textContent: [people.companyOf(route[route.length - 1]), words].filter(Boolean).join(": "),
      }),
    );

  const show = () => {
    const on = !view.chain;
    choose(-1);
    if (on) {
      const routes = data.paths.map((path) => path.people);
      view.chain = Object.assign(new Set(routes.flat()), { routes });
      camera.go(camera.fitted(boxAround([...view.chain], people), { most: 1.6 }));
      $("path").setAttribute("aria-pressed", "true");
      $("chains").hidden = false;
    }
    view.tell("focus");
  };

  $("path").hidden = !data.paths.length;
  $("path").addEventListener("click", show);
  $("chains").replaceChildren(...data.paths.map(row));
  return () => data.paths.length && show();
};
