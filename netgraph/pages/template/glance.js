// @ts-check
// On a phone, below the map: where you want to go, and whom to ask first, in words.

import { $, make } from "./dom.js";
import { RING } from "./people.js";
import { standingAt } from "./standing.js";

const SHOWN = 8;

/** @param {MapState} map */
export const makeGlance = ({ data, people, groups }, { choose, open }) => {
  const rings = groups.filter(({ kind }) => kind === RING);
  const goals = make("div", { className: "goals" }, rings.length ? "Where you want to go: " : "");
  rings.slice(0, SHOWN).forEach((group, k) => {
    const name = make("button", { type: "button", className: "goal", textContent: group.name, dir: "auto" });
    name.addEventListener("click", () => open(group.name));
    goals.append(k ? ", " : "", name, ` (${standingAt(people, group)})`);
  });
  if (rings.length > SHOWN) goals.append(` and ${rings.length - SHOWN} more`);
  const [first] = data.next;
  const rows = rings.length ? [goals] : [];
  if (first) {
    const [company, toward] = [people.companyOf(first.i), first.toward.name];
    const leads = toward && toward !== company ? `leads to ${toward}` : company ? `is at ${company}` : "";
    const words = make("span", { dir: "auto" }, "Ask ", make("b", { textContent: people.names[first.i] }));
    words.append(leads ? `, who ${leads}` : "");
    const ask = make(
      "button",
      { type: "button" },
      make("span", { className: "rank", textContent: 1 }),
      words,
    );
    ask.addEventListener("click", () => choose(first.i));
    rows.push(ask);
  }
  $("glance").replaceChildren(...rows);
};
