// @ts-check
// The words beside the tree: who somebody is, what each door led to, the same tree as a list.

import { YOU, childrenShown, isMore, moreOf } from "./branches.js";
import { $, choice, draw, make } from "./dom.js";
import { OUTCOME } from "./outcomes.js";
import { swatch } from "./shapes.js";
import { yieldWords } from "./treestate.js";
import { factList, pageLink, peopleList, showCard } from "./sidepanel.js";
import { count, monthName, plural } from "./words.js";

const LISTED = 60;
const MOST_ROOTS = 200;
const NOBODY = "Nobody has passed a name on yet. When they do: netgraph refer INTRODUCER PERSON";

const yieldBar = (people, met, most) =>
  draw(
    "svg",
    { viewBox: "0 0 100 7", preserveAspectRatio: "none", "aria-hidden": "true" },
    draw("rect", { width: (100 * people) / most, height: 7, fill: "var(--rim)" }),
    draw("rect", { width: (100 * met) / most, height: 7, fill: "#009e73" }),
  );

const dashedRow = (number) =>
  make(
    "li",
    { className: "key" },
    draw(
      "svg",
      { class: "wide", viewBox: "0 0 34 12", "aria-hidden": "true" },
      draw("path", { d: "M1 6h32", stroke: "var(--warm)", "stroke-width": 1.6, "stroke-dasharray": "5 3" }),
    ),
    make("b", { textContent: "Second introducer" }),
    make("span", { textContent: count(number) }),
  );

export class TreeWords {
  /** `act`: choose, toggle, showMore, restyle. */
  constructor(tree, act) {
    this.tree = tree;
    this.act = act;
    this.showLegend();
    this.#showYields();
    this.showList();
  }

  #list(title, pairs) {
    return peopleList(title, pairs, this.tree.data.names, (i) => this.act.choose(i));
  }

  #switcher(i) {
    const open = this.tree.branches.open.has(i);
    const button = make("button", {
      type: "button",
      textContent: open ? "Fold this branch" : "Open this branch",
    });
    button.addEventListener("click", () => {
      this.act.toggle(i);
      this.showPerson(i, false);
    });
    return button;
  }

  showPerson(i, focus) {
    const { data, kids, branches } = this.tree;
    const introducers = [data.parents[i], ...this.tree.alsoNamedBy(i)].filter((u) => u >= 0);
    const content = [
      ...pageLink(data.links[i]),
      factList([
        ["Outcome", data.outcomes[data.outcome[i]]],
        ["Stands", data.status[i]],
        ["Named", data.named[i] && monthName(data.named[i])],
        ["Met", data.met[i] && monthName(data.met[i])],
        ["Led to", branches.below[i] && plural(branches.below[i], "person", "people")],
      ]),
      ...(kids.get(i).length ? [this.#switcher(i)] : []),
      ...this.#list(
        "Named by",
        introducers.map((u, k) => [u, k ? "as well" : ""]),
      ),
      ...this.#list(
        "Opened the door to",
        kids
          .get(i)
          .slice(0, LISTED)
          .map((v) => [v, data.outcomes[data.outcome[v]]]),
      ),
    ];
    const card = { name: data.names[i], does: data.works[i], content, focus };
    showCard($("tree-name"), $("tree-work"), $("tree-facts"), card);
  }

  #showYields() {
    const { data } = this.tree;
    const most = Math.max(1, ...data.yields.map(([, people]) => people));
    const rows = [...data.yields]
      .sort((a, b) => b[2] - a[2] || b[1] - a[1])
      .slice(0, MOST_ROOTS)
      .map(([i, people, met, talks, interviews]) =>
        choice(
          () => this.act.choose(i),
          make("span", { textContent: data.names[i], dir: "auto" }),
          yieldBar(people, met, most),
          make("small", { textContent: yieldWords(people, met, talks, interviews) }),
        ),
      );
    const nobody = make("li", { className: "more", textContent: NOBODY });
    $("tree-roots").replaceChildren(...(rows.length ? rows : [nobody]));
    const loops = data.loops.map(([u, v]) =>
      make("p", {
        className: "more",
        textContent: `Left out: ${u} named ${v}, who comes before them in the chain.`,
      }),
    );
    $("tree-loops").replaceChildren(...loops);
  }

  #outcomeRow(text, k) {
    const { tree } = this;
    const number = tree.data.outcome.filter((outcome) => outcome === k).length;
    if (!number) return null;
    const { colour, shape } = OUTCOME[k];
    const button = make(
      "button",
      { type: "button", title: "Show only these" },
      swatch(colour[0] === "#" ? colour : `var(--${colour})`, shape),
      make("b", { textContent: text }),
      make("span", { textContent: count(number) }),
    );
    button.setAttribute("aria-pressed", String(tree.only === null || tree.only === k));
    button.dataset.outcome = String(k);
    button.addEventListener("click", () => {
      tree.only = tree.only === k ? null : k;
      this.showLegend();
      this.act.restyle();
      $("tree-legend").querySelector(`[data-outcome="${k}"]`)?.focus();
    });
    return make("li", {}, button);
  }

  showLegend() {
    const { data } = this.tree;
    const rows = data.outcomes.map((text, k) => this.#outcomeRow(text, k));
    if (data.others.length) rows.push(dashedRow(data.others.length));
    $("tree-legend").replaceChildren(...rows.filter(Boolean));
  }

  showSummary() {
    const { n } = this.tree.branches;
    const hidden = n - this.tree.shape.order.filter((i) => i >= 0).length;
    const folded = hidden ? `, ${count(hidden)} folded away` : "";
    $("tree-summary").textContent =
      `${plural(n, "person", "people")}${folded}, as of ${this.tree.data.as_of}.`;
  }

  #item(i) {
    const { tree } = this;
    const words = make("button", { type: "button", textContent: tree.nameOf(i), dir: "auto" });
    if (isMore(i)) {
      words.addEventListener("click", () => this.act.showMore(moreOf(i)));
      return make("li", { className: "leaf" }, words);
    }
    words.className = tree.isPale(i) ? "pale" : "";
    words.addEventListener("click", () => this.act.choose(i));
    if (!tree.kids.get(i).length) return make("li", { className: "leaf" }, words);
    const below = childrenShown(tree.branches, i);
    const list = below.length ? make("ul", {}, ...below.map((v) => this.#item(v))) : null;
    return make("li", {}, this.#fold(i), words, list);
  }

  #fold(i) {
    const { branches, data } = this.tree;
    const open = branches.open.has(i);
    const button = make("button", { type: "button", className: "plain", textContent: open ? "▾" : "▸" });
    button.setAttribute("aria-expanded", String(open));
    button.setAttribute("aria-label", `${data.names[i]}: ${plural(branches.below[i], "name")} below`);
    button.dataset.fold = String(i);
    button.addEventListener("click", () => {
      this.act.toggle(i);
      $("tree-list").querySelector(`[data-fold="${i}"]`)?.focus();
    });
    return button;
  }

  showList() {
    $("tree-list").replaceChildren(...childrenShown(this.tree.branches, YOU).map((i) => this.#item(i)));
  }
}
