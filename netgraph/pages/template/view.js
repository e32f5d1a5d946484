// What is being looked at: colours, filters, time, selection. Everything else listens to it.

const makeView = (people, modes) => {
  const view = {
    mode: modes[0],
    hidden: new Set(),
    filters: new Map(),
    from: 0,
    to: Infinity,
    selected: -1,
    near: new Set(),
    chain: null,
    known: true,
    inferred: false,
    klass: new Uint8Array(people.n),
    visible: new Uint8Array(people.n).fill(1),
    counts: [],
    total: people.n,
  };
  const listeners = [];

  const refresh = () => {
    const { mode, klass, visible, hidden } = view;
    const tests = [...view.filters.values()];
    const timed = view.from > 0 || view.to < Infinity;
    view.counts = new Array(mode.names.length).fill(0);
    view.total = 0;
    for (let i = 0; i < people.n; i++) {
      const k = (klass[i] = mode.of(i));
      let passes = tests.every((test) => test(i));
      if (passes && timed) {
        const since = people.since[i];
        passes = since ? since >= view.from && since <= view.to : view.from === 0;
      }
      if (passes) view.counts[k]++;
      visible[i] = passes && !hidden.has(k) ? 1 : 0;
      view.total += visible[i];
    }
  };

  view.listen = (listener) => listeners.push(listener);
  view.tell = (change) => listeners.forEach((listener) => listener(change));
  view.update = (changes = {}) => {
    Object.assign(view, changes);
    refresh();
    view.tell("classes");
  };
  view.setMode = (key) => {
    view.hidden.clear();
    view.update({ mode: modes.find((mode) => mode.key === key) || modes[0] });
  };
  view.toggle = (k) => {
    if (!view.hidden.delete(k)) view.hidden.add(k);
    view.update();
  };
  view.filter = (name, test) => {
    if (test) view.filters.set(name, test);
    else view.filters.delete(name);
    view.update();
  };
  view.faded = (i) => (view.chain ? !view.chain.has(i) : view.selected >= 0 && !view.near.has(i));
  view.focused = () => view.chain !== null || view.selected >= 0;
  refresh();
  return view;
};
