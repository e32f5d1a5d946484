// @ts-check
// Everybody who is shown, as a table: for those who cannot see the map, or would rather read.

import { $, make } from "./dom.js";
import { plural } from "./words.js";

const MOST = 500;

/** The rows of a table: whom to ask first, then those who are nearest. */
export const rowsOf = ({ people, groups, data, view }) => {
  const circle = (i) => (data.life ? data.life.wedges[groups[people.group[i]].wedge].name : "");
  const state = (i) =>
    [
      people.rank.has(i) ? `ask, number ${people.rank.get(i) + 1}` : "",
      people.due.has(i) ? "something is due" : "",
      people.lead[i] ? "not met yet" : "",
      data.standings[people.standing[i]] || "",
    ]
      .filter(Boolean)
      .join("; ");
  const shown = people.names.map((_, i) => i).filter((i) => view.visible[i]);
  const place = (i) => (people.rank.has(i) ? people.rank.get(i) : Infinity);
  shown.sort((a, b) => place(a) - place(b) || people.strength[b] - people.strength[a] || a - b);
  return shown.map((i) => ({
    i,
    cells: [people.names[i], people.titleOf(i), people.companyOf(i), circle(i), state(i)],
  }));
};

export const makeTable = (map, choose) => {
  const dialog = /** @type {HTMLDialogElement} */ ($("table"));
  const row = ({ i, cells: [name, ...more] }) => {
    const button = make("button", { type: "button", textContent: name, dir: "auto" });
    button.addEventListener("click", () => {
      dialog.close();
      choose(i);
    });
    const cell = (text) => make("td", { textContent: text, dir: "auto" });
    const head = make("th", {}, button);
    head.setAttribute("scope", "row");
    return make("tr", {}, head, ...more.map(cell));
  };
  return () => {
    const rows = rowsOf(map);
    const more = rows.length > MOST ? ` Here are the first ${MOST}; search or filter for the others.` : "";
    $("table-said").textContent = `${plural(rows.length, "person", "people")}.${more}`;
    $("table-rows").replaceChildren(...rows.slice(0, MOST).map(row));
    dialog.showModal();
  };
};
