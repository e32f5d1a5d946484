// The legend, whose rows filter on click, and the filters.

const makeLegend = (data, people, groups, ties, doors, modes, view) => {
  const row = (picture, text, number, pressed, act) => {
    const button = make(
      "button",
      { type: "button" },
      picture,
      make("b", { textContent: text, dir: "auto" }),
      make("span", { textContent: number === null ? "" : count(number) }),
    );
    button.setAttribute("aria-pressed", String(pressed));
    button.title = pressed ? "Hide" : "Show";
    button.addEventListener("click", act);
    return make("li", {}, button);
  };

  const showClasses = () => {
    const { mode, counts, hidden } = view;
    const focus = [...$("legend").querySelectorAll("button")].indexOf(document.activeElement);
    const rows = mode.names.map((name, k) =>
      counts[k] || hidden.has(k)
        ? row(swatch(mode.colours[k], mode.shapes[k]), name, counts[k], !hidden.has(k), () => view.toggle(k))
        : null,
    );
    $("legend").replaceChildren(...rows.filter(Boolean));
    if (focus >= 0) $("legend").querySelectorAll("button")[focus]?.focus();
  };

  const line = (attributes) =>
    draw(
      "svg",
      { class: "wide", viewBox: "0 0 34 12", "aria-hidden": "true" },
      draw("path", { d: "M1 6h26", stroke: "currentColor", fill: "none", ...attributes }),
      ...(attributes.arrow ? [draw("path", { d: "M25 2l8 4-8 4z", fill: "currentColor" })] : []),
    );

  const guessed = ties.basis.length - ties.inferred;

  const showKinds = () => {
    const leads = people.lead.reduce((sum, lead) => sum + lead, 0);
    const list = make("ul", { className: "legend" });
    const toggle = (name, label, picture, number, test) => {
      if (!number) return;
      const active = view.filters.has(name);
      const item = row(picture, label, number, active, () => view.filter(name, active ? null : test));
      Object.assign(item.firstChild, {
        className: "only",
        title: active ? "Show everybody" : "Show only these",
      });
      list.append(item);
    };
    toggle("next", "Suggested (larger)", swatch("currentColor", "circle"), data.next.length, (i) =>
      people.rank.has(i),
    );
    toggle(
      "due",
      "Something is due",
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
      ),
      people.due.size,
      (i) => people.due.has(i),
    );
    toggle("leads", "Lead, not met yet", swatch("currentColor", "ring"), leads, (i) => people.lead[i]);
    toggle(
      "doors",
      "Opened the door to",
      line({ "stroke-width": 2, arrow: true }),
      doors.all.length,
      (i) => doors.into.has(i) || doors.outOf.has(i),
    );
    const tieRow = (name, label, dash, number) => {
      if (!number) return;
      const picture = line({ "stroke-width": 1.4, "stroke-dasharray": dash });
      list.append(row(picture, label, number, view[name], () => view.update({ [name]: !view[name] })));
    };
    tieRow("known", "Know each other", "6 3", ties.inferred);
    tieRow("inferred", "Inferred only", "1.5 3", guessed);
    $("kinds").replaceChildren(list);
  };

  const select = (label, choices, act) => {
    const list = make("select", {}, ...choices.map(([text, value]) => new Option(text, value)));
    list.addEventListener("change", () => act(list.value));
    return make("label", { className: "field" }, label + " ", list);
  };

  const standingFilter = () =>
    select("Stands", [["all", ""], ...data.standings.map((name, k) => [name, k])], (value) =>
      view.filter("standing", value === "" ? null : (i) => people.standing[i] === +value),
    );
  const basisFilter = () =>
    select(
      "Known",
      [
        ["all", ""],
        ["seen in your data", OBSERVED],
        ["you said so", STATED],
        ["only inferred", INFERRED],
      ],
      (value) => view.filter("basis", value === "" ? null : (i) => people.basis[i] === +value),
    );
  const goalFilter = () =>
    select("Goal", [["all", ""], ...people.goals.map((goal, k) => [goal.name, k])], (value) =>
      view.filter("goal", value === "" ? null : (i) => people.goals[value].fit[i] >= 30),
    );
  const groupFilter = () =>
    select(
      data.by[0].toUpperCase() + data.by.slice(1),
      [
        ["all", ""],
        ...groups.slice(0, 300).map((group, g) => [`${group.name} (${group.end - group.first})`, g]),
      ],
      (value) => {
        view.filter("group", value === "" ? null : (i) => people.group[i] === +value);
        if (value !== "") view.tell({ open: +value });
      },
    );

  $("colour").replaceChildren(...modes.map((mode) => new Option(mode.label, mode.key)));
  $("colour").addEventListener("change", () => view.setMode($("colour").value));
  $("filter-fields").append(
    ...(people.goals.length ? [goalFilter()] : []),
    standingFilter(),
    groupFilter(),
    basisFilter(),
  );

  const showSummary = () => {
    const shown =
      view.total === people.n
        ? plural(people.n, "person", "people")
        : `${count(view.total)} of ${plural(people.n, "person", "people")}`;
    const notes = [`${shown}, as of ${data.as_of}.`];
    if (view.inferred && guessed > TIES_AT_ONCE)
      notes.push(`Of inferred ties at most ${count(TIES_AT_ONCE)} are drawn at once, the likeliest.`);
    if (view.inferred && ties.leftOut) notes.push(`${count(ties.leftOut)} weaker ones are not on this page.`);
    if (view.known && ties.inferred > TIES_AT_ONCE) notes.push("Who knows whom shows when you come nearer.");
    $("map-summary").textContent = notes.join(" ");
  };

  makeYears(data, people, view);
  const show = () => {
    showClasses();
    showKinds();
    showSummary();
  };
  show();
  view.listen((change) => change === "classes" && show());
};
