// @ts-check
// The years since which people are known, and how the network grew over them.

import { $, draw, isCalm } from "./dom.js";
import { clamp, monthName } from "./words.js";

const year = (month) => Math.floor(month / 12);

const histogram = (times) => {
  const most = Math.max(...times);
  const step = 200 / times.length;
  return times.map((number, k) => {
    const height = (34 * number) / most;
    return draw("rect", { x: (k + 0.1) * step, width: step * 0.8, y: 36 - height, height });
  });
};

class Years {
  /** @param {View} view */
  constructor(first, last, bars, view, story) {
    this.first = first;
    this.last = last;
    this.bars = bars;
    this.view = view;
    this.story = story;
    this.from = $("from");
    this.to = $("to");
    for (const slider of [this.from, this.to]) Object.assign(slider, { min: first, max: last });
    [this.from.value, this.to.value] = [first, last];
    this.end = Infinity;
    this.playing = 0;
    for (const slider of [this.from, this.to])
      slider.addEventListener("input", () => {
        if (this.end !== Infinity) this.#rest();
        this.#apply();
      });
    $("play").addEventListener("click", () => (this.playing ? this.#pause() : this.#play()));
    this.#show();
  }

  #span(a, b) {
    if (this.end !== Infinity) return `until ${monthName(this.end)}`;
    if (a === this.first && b === this.last) return "any year";
    return a === b ? String(a) : `${a} to ${b}`;
  }

  #show() {
    const [a, b] = [+this.from.value, Math.max(+this.from.value, +this.to.value)];
    const inside = (k) => this.first + k >= a && this.first + k <= b;
    this.bars.forEach((bar, k) => bar.setAttribute("class", inside(k) ? "in" : ""));
    $("span").textContent = this.#span(a, b);
  }

  #apply() {
    const [from, to] = [+this.from.value, +this.to.value];
    const until = to < this.last ? to * 12 + 11 : Infinity;
    this.#show();
    this.view.update({
      from: from > this.first ? from * 12 : 0,
      to: this.end !== Infinity ? this.end : until,
    });
  }

  // The last that had happened by then; nothing where nothing plays.
  #tell() {
    const told = this.story.filter(([month]) => month <= this.end);
    const last = this.end === Infinity ? null : told[told.length - 1];
    $("caption").textContent = last ? `${monthName(last[0])}: ${last[1]}` : "";
  }

  #rest() {
    cancelAnimationFrame(this.playing);
    this.playing = 0;
    this.end = Infinity;
    $("play-word").textContent = "Watch it grow";
    this.#tell();
  }

  #stop() {
    this.#rest();
    this.to.value = this.last;
    this.#apply();
  }

  #pause() {
    cancelAnimationFrame(this.playing);
    this.playing = 0;
    $("play-word").textContent = "Go on";
  }

  #play() {
    const [a, b] = [this.first * 12, this.last * 12 + 11];
    const pace = isCalm() ? 1 : clamp((b - a) * 90, 5000, 20000);
    const done = this.end === Infinity ? 0 : (this.end - a) / (b - a);
    const start = performance.now() - done * pace;
    $("play-word").textContent = "Pause";
    const tick = (now) => {
      const month = Math.round(a + ((b - a) * (now - start)) / pace);
      if (month >= b) return void this.#stop();
      if (month !== this.end) {
        this.end = month;
        this.to.value = year(month);
        this.#apply();
        this.#tell();
      }
      this.playing = requestAnimationFrame(tick);
    };
    this.from.value = this.first;
    this.playing = requestAnimationFrame(tick);
  }
}

/** @param {MapState} map */
export const makeYears = ({ data, people, view }) => {
  const known = people.since.filter((month) => month > 0);
  if (known.length < 2) {
    $("time").hidden = true;
    return;
  }
  const first = year(known.reduce((a, b) => Math.min(a, b)));
  const last = Math.max(year(known.reduce((a, b) => Math.max(a, b))), +data.as_of.slice(0, 4));
  const times = new Array(last - first + 1).fill(0);
  known.forEach((month) => times[year(month) - first]++);
  const bars = histogram(times);
  $("bars").replaceChildren(...bars);
  new Years(first, last, bars, view, data.story);
};
