// The years since which people are known, and how the network grew over them.

const makeYears = (data, people, view) => {
  const known = people.since.filter((month) => month > 0);
  if (known.length < 2) {
    $("time").hidden = true;
    return;
  }
  const year = (month) => Math.floor(month / 12);
  const first = year(known.reduce((a, b) => Math.min(a, b)));
  const last = Math.max(year(known.reduce((a, b) => Math.max(a, b))), +data.as_of.slice(0, 4));
  const times = new Array(last - first + 1).fill(0);
  known.forEach((month) => times[year(month) - first]++);
  const most = Math.max(...times);
  const step = 200 / times.length;
  const bars = times.map((number, k) =>
    draw("rect", {
      x: (k + 0.1) * step,
      width: step * 0.8,
      y: 36 - (34 * number) / most,
      height: (34 * number) / most,
    }),
  );
  $("bars").replaceChildren(...bars);
  const [from, to] = [$("from"), $("to")];
  for (const slider of [from, to]) Object.assign(slider, { min: first, max: last });
  from.value = first;
  to.value = last;

  let end = Infinity;
  const show = () => {
    const [a, b] = [+from.value, Math.max(+from.value, +to.value)];
    bars.forEach((bar, k) => bar.setAttribute("class", first + k >= a && first + k <= b ? "in" : ""));
    $("span").textContent =
      a === first && b === last && end === Infinity
        ? "any year"
        : end !== Infinity
          ? `until ${monthName(end)}`
          : a === b
            ? String(a)
            : `${a} to ${b}`;
  };
  const apply = () => {
    show();
    view.update({
      from: +from.value > first ? +from.value * 12 : 0,
      to: end !== Infinity ? end : +to.value < last ? +to.value * 12 + 11 : Infinity,
    });
  };
  let playing = 0;
  const stop = () => {
    cancelAnimationFrame(playing);
    playing = 0;
    end = Infinity;
    to.value = last;
    $("play-word").textContent = "Watch it grow";
    apply();
  };
  const play = () => {
    const start = performance.now();
    const [a, b] = [first * 12, last * 12 + 11];
    const pace = calm.matches ? 1 : clamp((b - a) * 60, 4000, 14000);
    $("play-word").textContent = "Stop";
    const tick = (now) => {
      const month = Math.round(a + ((b - a) * (now - start)) / pace);
      if (month >= b) return void stop();
      if (month !== end) {
        end = month;
        to.value = year(month);
        apply();
      }
      playing = requestAnimationFrame(tick);
    };
    from.value = first;
    playing = requestAnimationFrame(tick);
  };
  from.addEventListener("input", apply);
  to.addEventListener("input", apply);
  $("play").addEventListener("click", () => (playing ? stop() : play()));
  show();
};
