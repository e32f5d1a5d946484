// Names beside what they name, never over one another nor under a panel.

const makeLettering = (context) => {
  const widths = new Map();
  const taken = [];

  const widthOf = (text, font) => {
    const key = font + text;
    let width = widths.get(key);
    if (width === undefined) {
      context.font = font;
      width = context.measureText(text).width;
      if (widths.size > 20000) widths.clear();
      widths.set(key, width);
    }
    return width;
  };

  const fitted = (text, font, most) => {
    if (widthOf(text, font) <= most) return text;
    const letters = Array.from(text);
    let low = 0;
    let high = letters.length;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (widthOf(letters.slice(0, middle).join("") + "…", font) <= most) low = middle;
      else high = middle - 1;
    }
    return low < 3 ? "" : letters.slice(0, low).join("").trimEnd() + "…";
  };

  const free = (box) =>
    taken.every((other) => box[2] < other[0] || box[0] > other[2] || box[3] < other[1] || box[1] > other[3]);

  const write = (text, x, y, font, colour) => {
    const half = widthOf(text, font) / 2;
    const box = [x - half - 3, y - 8, x + half + 3, y + 8];
    if (!text || !free(box)) return false;
    taken.push(box);
    context.font = font;
    context.strokeText(text, x, y);
    context.fillStyle = colour;
    context.fillText(text, x, y);
    return true;
  };

  return { fitted, write, free, take: (box) => taken.push(box) };
};

const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";
const BOLD = "600 12px " + FONT;
const PLAIN = "12px " + FONT;

const makeLabels = (people, groups, view, painter) => {
  const order = groups.map((group, g) => g).sort((a, b) => groups[b].r - groups[a].r);

  const nameGroups = (letters, place, frame, scale) => {
    let written = 0;
    for (const g of order) {
      const disc = groups[g];
      const size = disc.r * scale;
      if (size < 17 || written > 60) break;
      if (!painter.seen(disc, frame)) continue;
      if (disc.end - disc.first < 2 && scale < 1) continue;
      const text = letters.fitted(disc.name, BOLD, Math.max(2.25 * size, 84));
      const [x, y] = place(disc.x, disc.y - disc.r - 5);
      if (letters.write(text, x, y - 1, BOLD, view.focused() ? ink.edge : ink.soft)) written++;
    }
  };

  const namePeople = (letters, place, frame, scale, most, first) => {
    const candidates = [];
    for (const disc of groups) {
      if (!painter.seen(disc, frame)) continue;
      for (let i = disc.first; i < disc.end; i++) {
        if (painter.inside(i, frame) && view.visible[i] && !view.faded(i) && !first.has(i))
          candidates.push(i);
      }
    }
    candidates.sort(
      (a, b) => people.score[b] - people.score[a] || people.strength[b] - people.strength[a] || a - b,
    );
    if (candidates.length < 500) {
      for (const i of candidates) {
        const [x, y] = place(people.x[i], people.y[i]);
        const half = people.size[i] * scale * 0.8;
        letters.take([x - half, y - half, x + half, y + half]);
      }
    }
    for (const i of candidates.slice(0, most))
      namePerson(letters, place, scale, i, PLAIN, Math.max(96, 60 * scale));
  };

  const namePerson = (letters, place, scale, i, font, most) => {
    const [x, y] = place(people.x[i], people.y[i]);
    const text = letters.fitted(people.names[i], font, most);
    const below = Math.max(people.size[i] * scale, 5) + 10;
    return (
      letters.write(text, x, y + below + 2, font, ink.ink) ||
      letters.write(text, x, y - below - 2, font, ink.ink)
    );
  };

  return (context, frame, scale, place, most, obstacles, first) => {
    const letters = makeLettering(context);
    obstacles.forEach(letters.take);
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.lineJoin = "round";
    context.lineWidth = 3.5;
    context.strokeStyle = ink.halo;
    const dot = (i) => Math.max(people.size[i] * scale, 6);
    for (const i of first) {
      const [x, y] = place(people.x[i], people.y[i]);
      letters.take([x - dot(i), y - dot(i), x + dot(i), y + dot(i)]);
    }
    for (const i of first) namePerson(letters, place, scale, i, i === view.selected ? BOLD : PLAIN, 170);
    nameGroups(letters, place, frame, scale);
    if (scale > 1.1) namePeople(letters, place, frame, scale, most, first);
  };
};
