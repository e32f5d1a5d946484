// @ts-check
// The referral tree as it is looked at: what is open, chosen, searched for, and so how each is shown.

import { YOU, columns, isMore, moreOf, openBest, radial, readBranches } from "./branches.js";
import { ENDED, LEAD, ON_THE_WAY, OUTCOME } from "./outcomes.js";
import { ink } from "./theme.js";
import { count, monthName, plural } from "./words.js";

/** What a door led to, in words. */
export const yieldWords = (people, met, talks = 0, interviews = 0) =>
  [
    plural(people, "name"),
    `${count(met)} met`,
    talks ? plural(talks, "talk") : "",
    interviews ? plural(interviews, "interview") : "",
  ]
    .filter(Boolean)
    .join(", ");

export class TreeState {
  /** @param {TreeData} data */
  constructor(data) {
    this.data = data;
    this.branches = readBranches(data);
    this.layout = columns;
    this.selected = null;
    this.line = new Set();
    this.only = null;
    this.found = null;
    this.shape = null;
    openBest(this.branches);
  }

  /** Lay it out anew for a room so many times as high as wide. */
  lay(aspect) {
    this.shape = this.layout(this.branches, aspect);
  }

  turn() {
    this.layout = this.layout === radial ? columns : radial;
  }

  get isRadial() {
    return this.layout === radial;
  }

  place(i) {
    return this.shape.places.get(i);
  }

  get kids() {
    return this.branches.kids;
  }

  isPerson(i) {
    return i >= 0;
  }

  isFolded(i) {
    return this.kids.get(i).length > 0 && !this.branches.open.has(i);
  }

  hiddenBehind(i) {
    return this.kids.get(moreOf(i)).length - this.branches.limits.get(moreOf(i));
  }

  parentOf(i) {
    return isMore(i) ? moreOf(i) : this.data.parents[i];
  }

  nameOf(i) {
    if (i === YOU) return "You";
    return isMore(i) ? `${this.hiddenBehind(i)} more` : this.data.names[i];
  }

  /**
   * What stands below a name, the longest first: of a first door what it led to, else where they work
   * and since when.
   */
  underOf(i) {
    const { data } = this;
    const root = data.yields.find(([at]) => at === i);
    if (root) return [yieldWords(...root.slice(1)), yieldWords(root[1], root[2]), plural(root[1], "name")];
    const day = data.met[i]
      ? `met ${monthName(data.met[i])}`
      : data.named[i] && `named ${monthName(data.named[i])}`;
    const company = data.companies[i];
    return [[company, day].filter(Boolean).join(", "), company || day || ""];
  }

  /** Still open: named or on the way, with nothing ended. */
  isOpen(i) {
    return this.isPerson(i) && (this.data.outcome[i] === ON_THE_WAY || this.data.outcome[i] === LEAD);
  }

  colourOf(i) {
    const { colour } = OUTCOME[this.data.outcome[i]];
    return ink[colour] || colour;
  }

  sizeOf(i) {
    return this.isPerson(i) ? 5 + Math.min(9, 1.6 * Math.sqrt(this.branches.below[i])) : 6;
  }

  isPale(i) {
    return this.isPerson(i) && this.data.outcome[i] === ENDED && !this.kids.get(i).length;
  }

  isFaded(i) {
    return (
      this.isPerson(i) &&
      ((this.only !== null && this.data.outcome[i] !== this.only) ||
        (this.found !== null && !this.found(i)) ||
        (this.selected !== null && !this.line.has(i)))
    );
  }

  ancestors(i) {
    const line = [];
    for (let at = i; at >= 0; at = this.data.parents[at]) line.push(at);
    return line;
  }

  descendants(i) {
    const found = [];
    const waiting = [i];
    while (waiting.length) {
      const at = waiting.pop();
      found.push(at);
      waiting.push(...this.kids.get(at));
    }
    return found;
  }

  /** Those who named somebody as well, later than the first. */
  alsoNamedBy(i) {
    return this.data.others.filter(([, v]) => v === i).map(([u]) => u);
  }

  /** Choose somebody, or nobody (null); say whether branches had to open. */
  choose(i) {
    this.selected = i;
    this.line = new Set();
    if (i === null) return false;
    const above = this.ancestors(i);
    this.line = new Set([...above, ...this.descendants(i), ...this.alsoNamedBy(i)]);
    return above.map((at) => this.#showAlso(at)).some(Boolean);
  }

  #showAlso(i) {
    const { branches } = this;
    const parent = this.data.parents[i];
    const place = this.kids.get(parent).indexOf(i);
    if (place >= branches.limits.get(parent)) branches.limits.set(parent, place + 1);
    else if (parent === YOU || branches.open.has(parent)) return false;
    branches.open.add(parent);
    return true;
  }

  openAll(open) {
    const { n, open: opened } = this.branches;
    opened.clear();
    if (open) for (let i = 0; i < n; i++) if (this.kids.get(i).length) opened.add(i);
  }
}
