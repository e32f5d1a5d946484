// Search over names, companies and titles; also the keyboard's way into the map.

const makeSearch = (prefix, people, filter, choose) => {
  const box = $(prefix + "search");
  const list = $(prefix + "hits");
  let index = null;
  let found = [];
  let at = -1;

  const matches = (query) => {
    const parts = fold(query).split(/\s+/).filter(Boolean);
    if (!parts.length) return [];
    index ||= people.names.map((name, i) => fold(`${name} ${people.workOf(i)}`));
    const hits = [];
    for (let i = 0; i < people.n; i++) if (parts.every((part) => index[i].includes(part))) hits.push(i);
    const starts = (i) => (fold(people.names[i]).startsWith(parts[0]) ? 1 : 0);
    return hits.sort((a, b) => starts(b) - starts(a) || people.score[b] - people.score[a] || a - b);
  };

  const show = () => {
    list.hidden = !found.length;
    box.setAttribute("aria-expanded", String(found.length > 0));
    const items = found.slice(0, 30).map((i, k) => {
      const item = make(
        "li",
        { id: `${prefix}hit-${k}` },
        make("span", { textContent: people.names[i], dir: "auto" }),
        make("small", { textContent: people.workOf(i), dir: "auto" }),
      );
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", String(k === at));
      item.addEventListener("pointerdown", (event) => event.preventDefault());
      item.addEventListener("click", () => pick(k));
      return item;
    });
    list.replaceChildren(...items);
    if (at >= 0) {
      box.setAttribute("aria-activedescendant", `${prefix}hit-${at}`);
      $(`${prefix}hit-${at}`).scrollIntoView({ block: "nearest" });
    } else box.removeAttribute("aria-activedescendant");
  };

  const search = () => {
    found = matches(box.value);
    at = found.length ? 0 : -1;
    show();
    const set = new Set(found);
    filter(box.value.trim() ? (i) => set.has(i) : null);
  };

  const close = () => {
    found = [];
    at = -1;
    show();
  };

  const pick = (k) => {
    const i = found[k];
    if (i === undefined) return;
    box.value = "";
    close();
    filter(null);
    choose(i);
  };

  box.addEventListener("input", search);
  box.addEventListener("blur", close);
  box.addEventListener("keydown", (event) => {
    const most = Math.min(found.length, 30);
    if ((event.key === "ArrowDown" || event.key === "ArrowUp") && most) {
      at = (at + (event.key === "ArrowDown" ? 1 : most - 1)) % most;
      show();
    } else if (event.key === "Enter") pick(at);
    else if (event.key === "Escape") {
      box.value = "";
      search();
      box.blur();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });
  return () => box.focus();
};
