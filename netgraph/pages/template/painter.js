// Paints discs and dots. Zoomed out, all of them are one bitmap that changes only when colours or
// filters do, so that a frame costs the same for 50 people and for 30,000.

const BITMAP = 2400;
const SPRITE = 48;
const SPRITE_FILL = 0.72; // a dot takes so much of its sprite
const BLUR = 3.5; // while it moves the bitmap may be enlarged so far

const makePainter = (people, groups, view) => {
  const box = { left: -120, right: 120, top: -120, bottom: 120 };
  for (const { x, y, r } of groups) {
    box.left = Math.min(box.left, x - r - 10);
    box.right = Math.max(box.right, x + r + 10);
    box.top = Math.min(box.top, y - r - 10);
    box.bottom = Math.max(box.bottom, y + r + 10);
  }
  const width = box.right - box.left;
  const height = box.bottom - box.top;
  const bitmapScale = Math.min(2, BITMAP / Math.max(width, height));
  const bitmap = document.createElement("canvas");
  let stale = true;
  let sprites = [];
  let common = [];

  const sprite = (colour, shape, hollow) => {
    const canvas = make("canvas", { width: SPRITE, height: SPRITE });
    const context = canvas.getContext("2d");
    context.translate(SPRITE / 2, SPRITE / 2);
    outline(context, shape, (SPRITE * SPRITE_FILL) / 2);
    context.lineJoin = "round";
    context.fillStyle = hollow ? ink.ground : colour;
    context.strokeStyle = hollow ? colour : ink.halo;
    context.lineWidth = hollow ? 6 : 2.5;
    if (hollow) context.setLineDash([7, 4]);
    context.fill();
    context.stroke();
    return canvas;
  };

  const spriteOf = (i) => sprites[2 * view.klass[i] + people.lead[i]];

  const freshen = () => {
    const { colours, shapes } = view.mode;
    sprites = colours.flatMap((colour, k) => [
      sprite(colour, shapes[k], false),
      sprite(colour, "circle", true),
    ]);
    common = groups.map(({ first, end }) => {
      const times = new Array(colours.length).fill(0);
      for (let i = first; i < end; i++) if (view.visible[i]) times[view.klass[i]]++;
      const most = Math.max(...times);
      return most ? times.indexOf(most) : -1;
    });
    stale = true;
  };

  const seen = (disc, frame) =>
    disc.x + disc.r + 8 > frame.left &&
    disc.x - disc.r - 8 < frame.right &&
    disc.y + disc.r + 8 > frame.top &&
    disc.y - disc.r - 8 < frame.bottom;

  const inside = (i, frame) =>
    people.x[i] > frame.left &&
    people.x[i] < frame.right &&
    people.y[i] > frame.top &&
    people.y[i] < frame.bottom;

  const paintDiscs = (context, frame, scale) => {
    const tint = groups.length > 60 ? clamp(0.6 - scale, 0, 0.34) : 0;
    const alpha = context.globalAlpha;
    context.lineWidth = 1 / scale;
    context.strokeStyle = ink.rim;
    groups.forEach((disc, g) => {
      if (disc.end - disc.first < 2 || !seen(disc, frame)) return;
      context.beginPath();
      context.arc(disc.x, disc.y, disc.r + 5, 0, 7);
      context.fillStyle = ink.disc;
      context.fill();
      if (tint && common[g] >= 0 && view.mode.colours[common[g]] !== REST) {
        context.globalAlpha = alpha * tint;
        context.fillStyle = view.mode.colours[common[g]];
        context.fill();
        context.globalAlpha = alpha;
      }
      if (disc.r * scale > 7) context.stroke();
    });
  };

  const paintDot = (context, i, scale) => {
    const r = people.size[i];
    if (r * scale < 1.6) {
      const half = Math.max(r * scale, 0.6) / scale;
      context.fillStyle = view.mode.colours[view.klass[i]];
      context.fillRect(people.x[i] - half, people.y[i] - half, 2 * half, 2 * half);
      return;
    }
    const half = r / SPRITE_FILL;
    context.drawImage(spriteOf(i), people.x[i] - half, people.y[i] - half, 2 * half, 2 * half);
  };

  const paintDots = (context, frame, scale, skip) => {
    for (const disc of groups) {
      if (!seen(disc, frame)) continue;
      for (let i = disc.first; i < disc.end; i++) {
        if (!view.visible[i] || (skip && skip.has(i))) continue;
        if (
          people.x[i] < frame.left - 20 ||
          people.x[i] > frame.right + 20 ||
          people.y[i] < frame.top - 20 ||
          people.y[i] > frame.bottom + 20
        )
          continue;
        paintDot(context, i, scale);
      }
    }
  };

  const rebuild = () => {
    stale = false;
    bitmap.width = Math.ceil(width * bitmapScale);
    bitmap.height = Math.ceil(height * bitmapScale);
    const context = bitmap.getContext("2d");
    context.setTransform(bitmapScale, 0, 0, bitmapScale, -box.left * bitmapScale, -box.top * bitmapScale);
    paintDiscs(context, box, bitmapScale);
    paintDots(context, box, bitmapScale, null);
  };

  const paint = (context, frame, scale, skip, moving) => {
    context.globalAlpha = view.focused() ? 0.22 : 1;
    if (people.n > 800 && scale * (devicePixelRatio || 1) <= bitmapScale * (moving ? BLUR : 1.2)) {
      if (stale) rebuild();
      context.drawImage(bitmap, box.left, box.top, width, height);
    } else {
      context.globalAlpha = 1;
      paintDiscs(context, frame, scale);
      context.globalAlpha = view.focused() ? 0.22 : 1;
      paintDots(context, frame, scale, skip);
    }
    context.globalAlpha = 1;
  };

  freshen();
  return { box, freshen, paint, spriteOf, seen, inside };
};
