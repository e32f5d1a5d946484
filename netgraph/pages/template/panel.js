// The text beside the map: whom to ask next, and all that is known of the person chosen.

const KNOWN = ["no tie with you", "seen in your data", "you said so", "only inferred"];

const makePanel = (data, people, ties, doors, choose) => {
  const personButton = (i, note) =>
    choice(
      () => choose(i),
      make("span", { textContent: people.names[i], dir: "auto" }),
      note ? make("small", { textContent: note, dir: "auto" }) : null,
    );

  const showNext = () => {
    const items = data.next.slice(0, 10).map(({ i }, k) => {
      const words = make(
        "span",
        {},
        make("span", { textContent: people.names[i], dir: "auto" }),
        make("small", { textContent: people.workOf(i), dir: "auto" }),
      );
      return choice(() => choose(i), make("span", { className: "rank", textContent: k + 1 }), words);
    });
    if (!items.length)
      items.push(
        make("li", {
          className: "more",
          textContent: 'No suggestions in this map. Say what you look for: netgraph goal add "…"',
        }),
      );
    $("next").replaceChildren(...items);
  };

  const section = (title, ...content) => [make("h3", { textContent: title }), ...content];
  const words = (texts, className = "words") =>
    make("ul", { className }, ...texts.map((text) => make("li", { textContent: text, dir: "auto" })));

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

  const exchange = (i) => {
    const given = people.given[i];
    const taken = people.taken[i];
    if (!given && !taken) return [];
    const most = Math.max(given, taken, 10);
    return section(
      "Give and take, in talks",
      make(
        "div",
        { className: "scales" },
        ...scale("from you", given, most),
        ...scale("from them", taken, most),
      ),
    );
  };

  const facts = (i) => {
    const list = make("dl");
    const add = (name, value) =>
      value &&
      list.append(make("dt", { textContent: name }), make("dd", { textContent: value, dir: "auto" }));
    add("Known", KNOWN[people.basis[i]]);
    add("Since", people.since[i] && monthName(people.since[i]));
    add("Last contact", people.last[i] && monthName(people.last[i]));
    add("Stands", data.standings[people.standing[i]]);
    for (const goal of people.goals) add("Fit", goal.fit[i] ? `${goal.fit[i]} of 100 for ${goal.name}` : "");
    return list;
  };

  const evidence = (i) => {
    const said = people.evidences[people.evidence[i]].split("; ").filter(Boolean);
    return said.length ? section("What the tie rests on", words(said)) : [];
  };

  const suggestion = (i) => {
    const rank = people.rank.get(i);
    if (rank === undefined) return [];
    const { ask, chance, score, reasons } = data.next[rank];
    const said = [`Ask for an ${ask}; about ${chance} in 100 say yes`, ...reasons];
    return section(`Suggested: number ${rank + 1}, ${score} of 100`, words(said));
  };

  const people_ = (title, pairs) =>
    pairs.length
      ? section(
          title,
          make("ul", { className: "people" }, ...pairs.map(([i, note]) => personButton(i, note))),
        )
      : [];

  const showPerson = (i, focus) => {
    const near = ties.of(i).map(([j, k]) => [j, ["", "", "you said so", "inferred"][ties.basis[k]]]);
    const command = commandOf(data, people, i, people.standing[i] < 1 ? "ask" : "show");
    $("person-name").textContent = people.names[i];
    $("person-name").dir = "auto";
    $("person-title").textContent = people.workOf(i);
    $("person-title").dir = "auto";
    $("person-facts").replaceChildren(
      ...(people.due.has(i) ? section("Due", words(people.due.get(i), "words due")) : []),
      facts(i),
      ...suggestion(i),
      ...evidence(i),
      ...exchange(i),
      ...people_("Introduced to you by", doors.into.get(i) || []),
      ...people_("Opened the door to", doors.outOf.get(i) || []),
      ...people_(
        near.length ? `Knows ${plural(near.length, "person", "people")} on this map` : "",
        near.slice(0, 40),
      ),
      ...(near.length > 40
        ? [make("p", { className: "more", textContent: `and ${count(near.length - 40)} more` })]
        : []),
      ...(command ? section("In the terminal", make("code", { textContent: command })) : []),
    );
    $("next-pane").hidden = true;
    $("person-pane").hidden = false;
    $("side").scrollTop = 0;
    if (focus) $("person-name").focus();
  };

  const hidePerson = () => {
    $("person-pane").hidden = true;
    $("next-pane").hidden = false;
  };

  showNext();
  return { showPerson, hidePerson };
};
