// @ts-check
// What is being looked at: colours, filters, time, selection. Everything else listens to it.

export class Viewed {
  /**
   * @param {{ n: number, since: ArrayLike<number> }} people
   * @param {Mode[]} modes
   */
  constructor(people, modes) {
    this.people = people;
    this.modes = modes;
    this.mode = modes[0];
    this.hidden = new Set();
    this.filters = new Map();
    this.from = 0;
    this.to = Infinity;
    this.selected = -1;
    this.near = new Set();
    /** @type {View["chain"]} */
    this.chain = null;
    // What is drawn on top: from the start where no circles say more.
    this.known = !modes[0].byCircle;
    this.doors = !modes[0].byCircle;
    this.inferred = false;
    this.klass = new Uint8Array(people.n);
    this.visible = new Uint8Array(people.n).fill(1);
    this.counts = [];
    this.total = people.n;
    this.listeners = [];
    this.#refresh();
  }

  #inTime(i) {
    if (this.from === 0 && this.to === Infinity) return true;
    const since = this.people.since[i];
    return since ? since >= this.from && since <= this.to : this.from === 0 && this.to === Infinity;
  }

  #refresh() {
    const { mode, klass, visible, hidden, people } = this;
    const tests = [...this.filters.values()];
    this.counts = new Array(mode.names.length).fill(0);
    this.total = 0;
    for (let i = 0; i < people.n; i++) {
      const k = (klass[i] = mode.of(i));
      const passes = this.#inTime(i) && tests.every((test) => test(i));
      if (passes) this.counts[k]++;
      visible[i] = passes && !hidden.has(k) ? 1 : 0;
      this.total += visible[i];
    }
  }

  listen(listener) {
    this.listeners.push(listener);
  }

  tell(change) {
    for (const listener of this.listeners) listener(change);
  }

  update(changes = {}) {
    Object.assign(this, changes);
    this.#refresh();
    this.tell("classes");
  }

  setMode(key) {
    this.hidden.clear();
    this.update({ mode: this.modes.find((mode) => mode.key === key) || this.modes[0] });
  }

  toggle(k) {
    if (!this.hidden.delete(k)) this.hidden.add(k);
    this.update();
  }

  filter(name, test) {
    if (test) this.filters.set(name, test);
    else this.filters.delete(name);
    this.update();
  }

  faded(i) {
    return this.chain ? !this.chain.has(i) : this.selected >= 0 && !this.near.has(i);
  }

  /** The tint of a circle of life, whatever the colours show. */
  tint(k) {
    return this.modes[0].colours[k];
  }

  /** Whether an earlier time is looked at: what is to be done today has no place there. */
  isThen() {
    return this.to !== Infinity;
  }

  focused() {
    return this.chain !== null || this.selected >= 0;
  }
}
