// @ts-check
// The legend, whose rows filter on click.

import { $, draw, make } from "./dom.js";
import { TIES_AT_ONCE } from "./overlay.js";
import { swatch } from "./shapes.js";
import { count, plural } from "./words.js";

const row = (picture, text, number, pressed, act) => {
  const button = make(
    "button",
    { type: "button" },
    picture,
    make("b", { textContent: text, dir: "auto" }),
    make("span", { textContent: count(number) }),
  );
  button.setAttribute("aria-pressed", String(pressed));
  button.title = pressed ? "Hide" : "Show";
  button.addEventListener("click", act);
  return make("li", {}, button);
};

const line = (attributes) =>
  draw(
    "svg",
    { class: "wide", viewBox: "0 0 34 12", "aria-hidden": "true" },
    draw("path", { d: "M1 6h26", stroke: "currentColor", fill: "none", ...attributes }),
    ...(attributes.arrow ? [draw("path", { d: "M25 2l8 4-8 4z", fill: "var(--warm)" })] : []),
  );

// The very marks of the map: the number of a suggestion, the exclamation mark of what is due.
const nextMark = () =>
  draw(
    "svg",
    { viewBox: "-10 -10 20 20", "aria-hidden": "true" },
    draw("circle", { r: 8, fill: "var(--accent)" }),
    draw("text", { y: 4, "text-anchor": "middle", "font-size": 11, fill: "var(--on-accent)" }, "1"),
  );

const dueMark = () =>
  draw(
    "svg",
    { viewBox: "-10 -10 20 20", "aria-hidden": "true" },
    draw("circle", { r: 7, fill: "var(--warm)" }),
    draw("path", {
      d: "M0 -4v5M0 3.5v.5",
      stroke: "var(--paper)",
      "stroke-width": 2.4,
      "stroke-linecap": "round",
    }),
  );

export class Legend {
  /** @param {MapState} map */
  constructor({ data, people, ties, doors, view }) {
    this.data = data;
    this.people = people;
    this.ties = ties;
    this.doors = doors;
    this.view = view;
    this.guessed = ties.basis.length - ties.inferred;
    this.leads = Array.from(people.lead).filter(Boolean).length;
    this.show();
    view.listen((change) => change === "classes" && this.show());
  }

  show() {
    this.#showClasses();
    this.#showKinds();
    this.#showSummary();
  }

  #showClasses() {
    const { mode, counts, hidden } = this.view;
    if (this.shown !== mode) this.ever = counts.map((number) => number > 0);
    this.shown = mode;
    const legend = $("legend");
    const focus = [...legend.querySelectorAll("button")].indexOf(document.activeElement);
    const rows = mode.names.map((name, k) =>
      this.ever[k]
        ? row(swatch(mode.colours[k], mode.shapes[k]), name, counts[k], !hidden.has(k), () =>
            this.view.toggle(k),
          )
        : null,
    );
    legend.replaceChildren(...rows.filter(Boolean));
    if (focus >= 0) legend.querySelectorAll("button")[focus]?.focus();
  }

  #only(name, label, picture, number, test) {
    if (!number) return null;
    const active = this.view.filters.has(name);
    const item = row(picture, label, number, active, () => this.view.filter(name, active ? null : test));
    const title = active ? "Show everybody" : "Show only these";
    Object.assign(item.firstChild, { className: "only", title });
    return item;
  }

  #tieRow(name, label, dash, number) {
    if (!number) return null;
    const picture = dash
      ? line({ "stroke-width": 1.4, "stroke-dasharray": dash })
      : line({ "stroke-width": 2, stroke: "var(--warm)", arrow: true });
    const shown = this.view[name];
    return row(picture, label, number, shown, () => this.view.update({ [name]: !shown }));
  }

  #showKinds() {
    const { data, people, doors, ties } = this;
    const mark = (shape) => swatch("currentColor", shape);
    const rows = [
      this.#only("next", "To ask next", nextMark(), data.next.length, (i) => people.rank.has(i)),
      this.#only("due", "Something is due", dueMark(), people.due.size, (i) => people.due.has(i)),
      this.#only("leads", "Lead, not met yet", mark("ring"), this.leads, (i) => people.lead[i]),
      this.#tieRow("doors", "Opened the door to", "", doors.all.length),
      this.#tieRow("known", "Know each other", "6 3", ties.inferred),
      this.#tieRow("inferred", "Inferred only", "1.5 3", this.guessed),
    ];
    $("kinds").replaceChildren(make("ul", { className: "legend" }, ...rows));
  }

  #showSummary() {
    const { view, people, ties, data } = this;
    const everybody = plural(people.n, "person", "people");
    const shown = view.total === people.n ? everybody : `${count(view.total)} of ${everybody}`;
    const notes = [`${shown}, as of ${data.as_of}.`];
    if (view.inferred && this.guessed > TIES_AT_ONCE)
      notes.push(`Of inferred ties at most ${count(TIES_AT_ONCE)} are drawn at once, the likeliest.`);
    if (view.inferred && ties.leftOut) notes.push(`${count(ties.leftOut)} weaker ones are not on this page.`);
    if (view.known && ties.inferred > TIES_AT_ONCE) notes.push("Who knows whom shows when you come nearer.");
    $("map-summary").textContent = notes.join(" ");
  }
}
