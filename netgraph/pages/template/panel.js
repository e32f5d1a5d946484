// @ts-check
// The text beside the map: whom to ask next, and all that is known of the person chosen.

import { $, choice, draw, make } from "./dom.js";
import { commandOf } from "./people.js";
import { factList, pageLink, peopleList, section, showCard, wordList } from "./sidepanel.js";
import { count, monthName, plural } from "./words.js";

const KNOWN = ["not yet", "from your data", "you said so", "only a guess"];
const NOT_SEEN = ["", "", "you said so", "inferred"];
const LISTED = 40;
const NO_GOAL = 'No suggestions in this map. Say what you look for: netgraph goal add "…"';
const NOBODY = "Nobody to ask yet: say how well you know people, or log a talk with one of them.";

const scale = (label, value, most) => [
  make("span", { textContent: label }),
  draw(
    "svg",
    { viewBox: "0 0 100 10", preserveAspectRatio: "none", "aria-hidden": "true" },
    draw("rect", { class: "trough", width: 100, height: 10, rx: 2 }),
    draw("rect", { class: "fill", width: (100 * value) / most, height: 10, rx: 2 }),
  ),
  make("span", { textContent: (value / 10).toFixed(1) }),
];

// What to ask for, where it leads if not to themselves, and the strongest reason.
export const whyOf = ({ ask, sentence, toward, reasons }, company) => {
  const leads = toward.name && toward.name !== company ? ` toward ${toward.name}` : "";
  const [first] = (reasons[0] || "").split("; ");
  return `${sentence || `Ask for an ${ask}${leads}`}.${first ? ` ${first[0].toUpperCase()}${first.slice(1)}.` : ""}`;
};

export class Panel {
  /** @param {MapState} map */
  constructor({ data, people, ties, doors }, choose) {
    this.data = data;
    this.people = people;
    this.ties = ties;
    this.doors = doors;
    this.choose = choose;
    this.#showNext();
  }

  #showNext() {
    const items = this.data.next.slice(0, 10).map(({ i }, k) => {
      const words = make(
        "span",
        {},
        make("span", { textContent: this.people.names[i], dir: "auto" }),
        make("small", { textContent: this.people.workOf(i), dir: "auto" }),
        make("small", {
          className: "why",
          textContent: whyOf(this.data.next[k], this.people.companyOf(i)),
          dir: "auto",
        }),
      );
      return choice(() => this.choose(i), make("span", { className: "rank", textContent: k + 1 }), words);
    });
    const nobody = make("li", { className: "more", textContent: this.data.goals.length ? NOBODY : NO_GOAL });
    $("next").replaceChildren(...(items.length ? items : [nobody]));
  }

  #exchange(i) {
    const { given, taken } = this.people;
    if (!given[i] && !taken[i]) return [];
    const most = Math.max(given[i], taken[i], 10);
    const bars = [...scale("from you", given[i], most), ...scale("from them", taken[i], most)];
    return section("Give and take, in talks", make("div", { className: "scales" }, ...bars));
  }

  #facts(i) {
    const { people, data } = this;
    return factList([
      ["How you know them", KNOWN[people.basis[i]]],
      ["Since", people.since[i] && monthName(people.since[i])],
      ["Last contact", people.last[i] && monthName(people.last[i])],
      ["How it stands", data.standings[people.standing[i]]],
      ...people.goals.map(({ fit, name }) => ["Fit", fit[i] ? `${fit[i]} of 100 for ${name}` : ""]),
    ]);
  }

  #evidence(i) {
    const said = this.people.evidences[this.people.evidence[i]].split("; ").filter(Boolean);
    return said.length ? section("What the tie rests on", wordList(said)) : [];
  }

  #suggestion(i) {
    const rank = this.people.rank.get(i);
    if (rank === undefined) return [];
    const { ask, likely, sentence, reasons } = this.data.next[rank];
    const said = [`${sentence || `Ask for an ${ask}`}; ${likely}`, ...reasons];
    return section(`Suggested: number ${rank + 1}`, wordList(said));
  }

  #acquaintances(i) {
    const near = this.ties.of(i).map(([j, k]) => [j, NOT_SEEN[this.ties.basis[k]]]);
    const title = `Knows ${plural(near.length, "person", "people")} on this map`;
    const more = make("p", { className: "more", textContent: `and ${count(near.length - LISTED)} more` });
    return [...this.#list(title, near.slice(0, LISTED)), ...(near.length > LISTED ? [more] : [])];
  }

  #list(title, pairs) {
    return peopleList(title, pairs, this.people.names, this.choose);
  }

  showPerson(i, focus) {
    const { people, doors, data } = this;
    const command = commandOf(data, people, i, people.standing[i] < 1 ? "ask" : "show");
    const due = people.due.get(i);
    const content = [
      ...pageLink(data.links[i]),
      ...(due ? section("Due", wordList(due, "words due")) : []),
      this.#facts(i),
      ...this.#suggestion(i),
      ...this.#evidence(i),
      ...this.#exchange(i),
      ...this.#list("Introduced to you by", doors.into.get(i) || []),
      ...this.#list("Opened the door to", doors.outOf.get(i) || []),
      ...this.#acquaintances(i),
      ...(command ? section("With netgraph in a terminal", make("code", { textContent: command })) : []),
    ];
    $("next-pane").hidden = true;
    $("company-pane").hidden = true;
    $("person-pane").hidden = false;
    $("side").scrollTop = 0;
    const card = { name: people.names[i], does: people.workOf(i), content, focus };
    showCard($("person-name"), $("person-title"), $("person-facts"), card);
  }

  hidePerson() {
    $("person-pane").hidden = true;
    $("company-pane").hidden = true;
    $("next-pane").hidden = false;
  }
}
