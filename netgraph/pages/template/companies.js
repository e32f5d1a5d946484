// @ts-check
// Employers, schools and other places: who is there, who was there, and what to do about them.

import { unpack } from "./columns.js";
import { $, make } from "./dom.js";
import { whyOf } from "./panel.js";
import { RING } from "./people.js";
import { peopleList, section, showCard, wordList } from "./sidepanel.js";
import { plural } from "./words.js";

const WARM = 25;
const FITS = 60;
const LISTED = 60;
const IN_HAND = [1, 2, 3, 4];

/** Every place by name: who is there and who was. */
export const readCompanies = (data, people, groups) => {
  const found = new Map();
  const at = (name) => found.get(name) || found.set(name, { name, people: [], past: [] }).get(name);
  for (let i = 0; i < people.n; i++) if (people.companyOf(i)) at(people.companyOf(i)).people.push(i);
  for (const group of groups) if (group.kind === RING) at(group.name);
  const [who, where] = [unpack(data.past.who), unpack(data.past.where)];
  who.forEach((i, k) => at(people.companies[where[k]]).past.push(i));
  for (const place of found.values())
    for (const list of [place.people, place.past])
      list.sort((a, b) => people.strength[b] - people.strength[a] || a - b);
  return found;
};

/** In words how many are and were at a place. */
export const sizeOf = ({ people, past }) => {
  const now = people.length
    ? `${plural(people.length, "person", "people")} you know`
    : "you know nobody there";
  return past.length ? `${now}, ${past.length} from before` : now;
};

export class CompanyPanel {
  /**
   * @param {MapState} map
   * @param {Map<string, any>} companies
   */
  constructor({ data, people, groups }, companies, choose) {
    this.data = data;
    this.people = people;
    this.companies = companies;
    this.choose = choose;
    this.wanted = new Set(groups.filter(({ kind }) => kind === RING).map(({ name }) => name));
  }

  #list(title, some, note) {
    const pairs = some.slice(0, LISTED).map((i) => [i, note(i)]);
    return peopleList(title, pairs, this.people.names, this.choose);
  }

  // Suggestions that are there, or lead there.
  #doors(name) {
    return this.data.next
      .map(({ i, toward }, k) => ({ i, k, leads: toward.name === name }))
      .filter(({ i, leads }) => leads || this.people.companyOf(i) === name)
      .slice(0, 3);
  }

  #content(place) {
    const { people, data } = this;
    const doors = this.#doors(place.name);
    const fits = (i) => people.goals.some(({ fit }) => fit[i] >= FITS);
    const inHand = place.people.filter((i) => IN_HAND.includes(people.standing[i]));
    const here = new Set(inHand);
    const said = doors.map(
      ({ i, k }) => `${people.names[i]}, number ${k + 1}: ${whyOf(data.next[k], people.companyOf(i))}`,
    );
    const known = place.people.length || doors.length || place.past.length;
    const nobody = "Nobody you know leads there yet. Ask those who work in the field whom they know.";
    const stands = data.employers[place.name] || [];
    return [
      ...(stands.length ? section("How it stands", wordList(stands)) : []),
      ...(doors.length ? section("Whom to ask", wordList(said)) : []),
      ...(known ? [] : [make("p", { textContent: nobody })]),
      ...this.#list("In hand", inHand, (i) => data.standings[people.standing[i]]),
      ...this.#list(
        "Fit what you look for",
        place.people.filter((i) => !here.has(i) && fits(i)),
        (i) => people.titleOf(i),
      ),
      ...this.#list(
        "You know well",
        place.people.filter((i) => !here.has(i) && !fits(i) && people.strength[i] >= WARM),
        (i) => people.titleOf(i),
      ),
      ...this.#list(
        "Also there",
        place.people.filter((i) => !here.has(i) && !fits(i) && people.strength[i] < WARM),
        (i) => people.titleOf(i),
      ),
      ...this.#list("Were there before", place.past, (i) => people.companyOf(i)),
    ];
  }

  show(name, focus) {
    const place = this.companies.get(name);
    if (!place) return false;
    const does = `${this.wanted.has(name) ? "Where you want to go. " : ""}${sizeOf(place)}`;
    $("next-pane").hidden = true;
    $("person-pane").hidden = true;
    $("company-pane").hidden = false;
    $("side").scrollTop = 0;
    const card = { name, does, content: this.#content(place), focus };
    showCard($("company-name"), $("company-size"), $("company-facts"), card);
    return true;
  }
}
