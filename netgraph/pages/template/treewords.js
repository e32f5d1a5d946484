// The words beside the tree: who somebody is, what each door led to, the same tree as a list.

const makeTreeWords = (tree, act) => {
  const { data, branches, state, hiddenBehind, isPerson, pale } = tree;
  const { n, kids, below } = branches;

  const link = (i, note) =>
    choice(
      () => act.choose(i),
      make("span", { textContent: data.names[i], dir: "auto" }),
      note ? make("small", { textContent: note }) : null,
    );
  const section = (title, items) =>
    items.length ? [make("h3", { textContent: title }), make("ul", { className: "people" }, ...items)] : [];
  const showPerson = (i, focus) => {
    $("tree-name").textContent = data.names[i];
    $("tree-work").textContent = data.works[i];
    const facts = make("dl");
    const add = (term, value) =>
      value && facts.append(make("dt", { textContent: term }), make("dd", { textContent: value }));
    add("Outcome", data.outcomes[data.outcome[i]]);
    add("Stands", data.status[i]);
    add("Named", data.named[i] && monthName(data.named[i]));
    add("Met", data.met[i] && monthName(data.met[i]));
    add("Led to", below[i] && plural(below[i], "person", "people"));
    const introducers = [data.parents[i], ...data.others.filter(([, v]) => v === i).map(([u]) => u)].filter(
      (u) => u >= 0,
    );
    const switcher = make("button", {
      type: "button",
      textContent: branches.open.has(i) ? "Fold this branch" : "Open this branch",
    });
    switcher.addEventListener("click", () => {
      act.toggle(i);
      showPerson(i, false);
    });
    $("tree-facts").replaceChildren(
      facts,
      ...(kids.get(i).length ? [switcher] : []),
      ...section(
        "Named by",
        introducers.map((u, k) => link(u, k ? "as well" : "")),
      ),
      ...section(
        "Opened the door to",
        kids
          .get(i)
          .slice(0, 60)
          .map((v) => link(v, data.outcomes[data.outcome[v]])),
      ),
    );
    if (focus) $("tree-name").focus();
  };

  const yields = () => {
    const most = Math.max(1, ...data.yields.map(([, people]) => people));
    const rows = [...data.yields]
      .sort((a, b) => b[2] - a[2] || b[1] - a[1])
      .slice(0, 200)
      .map(([i, people, met, talks, interviews]) => {
        const bar = draw(
          "svg",
          { viewBox: "0 0 100 7", preserveAspectRatio: "none", "aria-hidden": "true" },
          draw("rect", { width: (100 * people) / most, height: 7, fill: "var(--rim)" }),
          draw("rect", { width: (100 * met) / most, height: 7, fill: "#009e73" }),
        );
        const words = [
          plural(people, "name"),
          `${count(met)} met`,
          talks ? plural(talks, "talk") : "",
          interviews ? plural(interviews, "interview") : "",
        ]
          .filter(Boolean)
          .join(", ");
        return choice(
          () => act.choose(i),
          make("span", { textContent: data.names[i], dir: "auto" }),
          bar,
          make("small", { textContent: words }),
        );
      });
    if (!rows.length)
      rows.push(
        make("li", {
          className: "more",
          textContent: "Nobody has passed a name on yet. When they do: netgraph refer INTRODUCER PERSON",
        }),
      );
    $("tree-roots").replaceChildren(...rows);
    $("tree-loops").replaceChildren(
      ...data.loops.map(([u, v]) =>
        make("p", {
          className: "more",
          textContent: `Left out: ${u} named ${v}, who comes before them in the chain.`,
        }),
      ),
    );
  };

  const legend = () => {
    const rows = data.outcomes.map((text, k) => {
      const number = data.outcome.filter((outcome) => outcome === k).length;
      if (!number) return null;
      const button = make(
        "button",
        { type: "button", title: "Show only these" },
        swatch(
          OUTCOME[k].colour[0] === "#" ? OUTCOME[k].colour : `var(--${OUTCOME[k].colour})`,
          OUTCOME[k].shape,
        ),
        make("b", { textContent: text }),
        make("span", { textContent: count(number) }),
      );
      button.setAttribute("aria-pressed", String(state.only === null || state.only === k));
      button.addEventListener("click", () => {
        state.only = state.only === k ? null : k;
        legend();
        act.restyle();
        $("tree-legend").querySelectorAll("button")[rows.filter(Boolean).indexOf(item)]?.focus();
      });
      const item = make("li", {}, button);
      return item;
    });
    if (data.others.length)
      rows.push(
        make(
          "li",
          { className: "key" },
          draw(
            "svg",
            { class: "wide", viewBox: "0 0 34 12", "aria-hidden": "true" },
            draw("path", {
              d: "M1 6h32",
              stroke: "var(--warm)",
              "stroke-width": 1.6,
              "stroke-dasharray": "5 3",
            }),
          ),
          make("b", { textContent: "Second introducer" }),
          make("span", { textContent: count(data.others.length) }),
        ),
      );
    $("tree-legend").replaceChildren(...rows.filter(Boolean));
  };

  const summary = () => {
    const hidden = n - tree.shape.order.filter(isPerson).length;
    $("tree-summary").textContent =
      `${plural(n, "person", "people")}${hidden ? `, ${count(hidden)} folded away` : ""}, as of ${data.as_of}.`;
  };

  const listItem = (i) => {
    if (isMore(i)) {
      const more = make("button", { type: "button", textContent: `${count(hiddenBehind(i))} more` });
      more.addEventListener("click", () => act.showMore(moreOf(i)));
      return make("li", { className: "leaf" }, more);
    }
    const words = make("button", {
      type: "button",
      className: pale(i) ? "pale" : "",
      textContent: data.names[i],
      dir: "auto",
    });
    words.addEventListener("click", () => act.choose(i));
    if (!kids.get(i).length) return make("li", { className: "leaf" }, words);
    const open = branches.open.has(i);
    const fold = make("button", { type: "button", className: "plain", textContent: open ? "▾" : "▸" });
    fold.setAttribute("aria-expanded", String(open));
    fold.setAttribute("aria-label", `${data.names[i]}: ${plural(below[i], "name")} below`);
    fold.addEventListener("click", () => {
      act.toggle(i);
      $("tree-list").querySelector(`[data-fold="${i}"]`)?.focus();
    });
    fold.dataset.fold = i;
    return make(
      "li",
      {},
      fold,
      words,
      open ? make("ul", {}, ...childrenShown(branches, i).map(listItem)) : null,
    );
  };
  const list = () => $("tree-list").replaceChildren(...childrenShown(branches, YOU).map(listItem));

  return { showPerson, yields, legend, summary, list };
};
