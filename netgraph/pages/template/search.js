// @ts-check
// Search over names, companies and titles; also the keyboard's way into the map.

import { $, make } from "./dom.js";
import { heard } from "./sounding.js";
import { fold, nameForms, spelled } from "./words.js";

const LISTED = 30;

/**
 * What of a query stands in `index`, the first letters of a name first, then the best.
 * @param {string[]} index folded names and more, each after a blank
 */
export const matches = (index, query, score) => {
  const parts = fold(query).split(" ").filter(Boolean);
  const other = spelled(query).split(" ");
  if (!parts.length) return [];
  const forms = parts.map((part, k) => [part, other[k] || part, ...heard(part)]);
  const has = (text) => (wanted) => wanted.some((form) => text.includes(form));
  const hits = [];
  for (let i = 0; i < index.length; i++) if (forms.every(has(index[i]))) hits.push(i);
  const starts = (i) => (index[i].startsWith(" " + parts[0]) ? 1 : 0);
  return hits.sort((a, b) => starts(b) - starts(a) || score[b] - score[a] || a - b);
};

/** What somebody can be found by: their name in every form in which it is typed, and their work. */
export const indexOf = ({ names, workOf, plain }) =>
  names.map((name, i) => ` ${nameForms(name, plain(i)).join(" ")} ${fold(workOf(i))}`);

export class Search {
  constructor(prefix, people, filter, choose) {
    this.prefix = prefix;
    this.people = people;
    this.filter = filter;
    this.choose = choose;
    this.box = $(prefix + "search");
    this.list = $(prefix + "hits");
    this.index = null;
    this.found = [];
    this.at = -1;
    this.box.addEventListener("input", () => this.#search());
    this.box.addEventListener("blur", () => this.#close());
    this.box.addEventListener("keydown", (event) => this.#listen(event));
  }

  focus() {
    this.box.focus();
  }

  #item(i, k) {
    const item = make(
      "li",
      { id: `${this.prefix}hit-${k}` },
      make("span", { textContent: this.people.names[i], dir: "auto" }),
      make("small", { textContent: this.people.workOf(i), dir: "auto" }),
    );
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", String(k === this.at));
    item.addEventListener("pointerdown", (event) => event.preventDefault());
    item.addEventListener("click", () => this.#pick(k));
    return item;
  }

  #show() {
    const { box, list, found, at, prefix } = this;
    list.hidden = !found.length;
    box.setAttribute("aria-expanded", String(found.length > 0));
    list.replaceChildren(...found.slice(0, LISTED).map((i, k) => this.#item(i, k)));
    if (at >= 0) {
      box.setAttribute("aria-activedescendant", `${prefix}hit-${at}`);
      $(`${prefix}hit-${at}`).scrollIntoView({ block: "nearest" });
    } else box.removeAttribute("aria-activedescendant");
  }

  #search() {
    this.index ||= indexOf(this.people);
    this.found = matches(this.index, this.box.value, this.people.score);
    this.at = this.found.length ? 0 : -1;
    this.#show();
    const set = new Set(this.found);
    this.filter(fold(this.box.value) ? (i) => set.has(i) : null);
  }

  #close() {
    this.found = [];
    this.at = -1;
    this.#show();
  }

  #pick(k) {
    const i = this.found[k];
    if (i === undefined) return;
    this.box.value = "";
    this.#close();
    this.filter(null);
    this.choose(i);
  }

  #step(way) {
    const most = Math.min(this.found.length, LISTED);
    if (most) this.at = (this.at + way + most) % most;
    this.#show();
  }

  #listen(event) {
    if (event.key === "ArrowDown") this.#step(1);
    else if (event.key === "ArrowUp") this.#step(-1);
    else if (event.key === "Enter") this.#pick(this.at);
    else if (event.key === "Escape") {
      this.box.value = "";
      this.#search();
      this.box.blur();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
