// How the referral tree is painted: marks for outcomes, rings or columns for generations, names.

const OUTCOME = [
  { colour: "ink", shape: "square" },
  { colour: "#009e73", shape: "circle" },
  { colour: "#e69f00", shape: "diamond" },
  { colour: "accent", shape: "ring" },
  { colour: "#a9a69c", shape: "dot" },
];
const LEAD = 3;
const ENDED = 4;
const ORDINAL = ["", "First doors", "1st generation", "2nd generation", "3rd generation"];
const generationName = (depth) => ORDINAL[depth] || `${depth - 1}th generation`;

const makeTreePainter = (tree, network, stage, camera) => {
  const { data, branches, state, hiddenBehind, isPerson, colourOf, sizeOf, pale, faded } = tree;
  const { kids, below } = branches;

  const drawNode =
    (i) =>
    ({ ctx, x, y }) => ({
      drawNode: () => {
        const r = i === YOU ? 24 : sizeOf(i);
        ctx.save();
        ctx.translate(x, y);
        if (isMore(i)) {
          pill(ctx, `+${hiddenBehind(i)} more`, ink.soft, ink.ground);
          ctx.restore();
          return;
        }
        ctx.globalAlpha = i === YOU ? 1 : faded(i) ? 0.15 : pale(i) ? 0.6 : 1;
        outline(ctx, i === YOU ? "circle" : OUTCOME[data.outcome[i]].shape, r);
        const lead = i !== YOU && data.outcome[i] === LEAD;
        ctx.fillStyle = i === YOU ? ink.ink : lead ? ink.ground : colourOf(i);
        ctx.strokeStyle = lead ? colourOf(i) : ink.halo;
        ctx.lineWidth = lead ? 2 : 1.5;
        if (lead) ctx.setLineDash([3, 2]);
        ctx.fill();
        ctx.stroke();
        ctx.setLineDash([]);
        if (i === YOU) letter(ctx, "You", 15, ink.ground);
        else if (kids.get(i).length && !branches.open.has(i))
          pill(ctx, "+" + below[i], ink.accent, ink["on-accent"]);
        if (i === state.selected) {
          ctx.beginPath();
          ctx.arc(0, 0, r + 5, 0, 7);
          ctx.strokeStyle = ink.accent;
          ctx.lineWidth = 2.5;
          ctx.stroke();
        }
        ctx.restore();
      },
      nodeDimensions: { width: 24, height: 24 },
    });

  const letter = (ctx, text, size, colour) => {
    ctx.font = `650 ${size}px ${FONT}`;
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    ctx.fillStyle = colour;
    ctx.fillText(text, 0, 0.5);
  };

  const pill = (ctx, text, ground, colour) => {
    ctx.font = `650 10px ${FONT}`;
    const half = ctx.measureText(text).width / 2 + 4;
    ctx.beginPath();
    ctx.roundRect(-half, -7, 2 * half, 14, 7);
    ctx.fillStyle = ground;
    ctx.fill();
    letter(ctx, text, 10, colour);
  };

  const deepest = () => Math.max(0, ...tree.shape.order.map(branches.depthOf));

  const rings = (context) => {
    const scale = network.getScale();
    context.strokeStyle = ink.rim;
    context.lineWidth = 1 / scale;
    context.setLineDash([2 / scale, 5 / scale]);
    const last = deepest();
    const { top, bottom } = bounds();
    for (let depth = 1; depth <= last; depth++) {
      context.beginPath();
      if (state.layout === radial) context.arc(0, 0, tree.shape.ring * depth, 0, 7);
      else {
        context.moveTo(MARGIN + depth * COLUMN, top - 30);
        context.lineTo(MARGIN + depth * COLUMN, bottom + 30);
      }
      context.stroke();
    }
    context.setLineDash([]);
  };

  const bounds = () => {
    const all = [...tree.shape.places.values()];
    const [xs, ys] = [all.map(({ x }) => x), all.map(({ y }) => y)];
    return {
      left: Math.min(...xs) - 30,
      right: Math.max(...xs) + 30,
      top: Math.min(...ys) - 40,
      bottom: Math.max(...ys) + 30,
    };
  };

  const ringNames = (letters, place) => {
    const last = deepest();
    const { top } = bounds();
    for (let depth = 1; depth <= last; depth++) {
      const [x, y] =
        state.layout === radial
          ? place(
              tree.shape.ring * depth * Math.cos(tree.shape.gap),
              tree.shape.ring * depth * Math.sin(tree.shape.gap),
            )
          : place(MARGIN + depth * COLUMN, top - 20);
      letters.write(generationName(depth), x, y, "600 11px " + FONT, ink.soft);
    }
  };

  const turned = (context, i, place, scale) => {
    const { x, y, angle } = tree.shape.places.get(i);
    const [px, py] = place(x, y);
    const flip = Math.cos(angle) < 0;
    const away = sizeOf(i) * scale + 5;
    context.save();
    context.translate(px, py);
    context.rotate(flip ? angle + Math.PI : angle);
    context.textAlign = flip ? "right" : "left";
    context.font = "11.5px " + FONT;
    context.globalAlpha = faded(i) ? 0.25 : 1;
    context.fillStyle = pale(i) ? ink.soft : ink.ink;
    const text = clipped(data.names[i], 22);
    context.strokeText(text, flip ? -away : away, 0);
    context.fillText(text, flip ? -away : away, 0);
    context.restore();
  };
  const clipped = (text, most) =>
    text.length > most
      ? Array.from(text)
          .slice(0, most - 1)
          .join("") + "…"
      : text;

  const beside = (context, i, place, scale) => {
    const { x, y } = tree.shape.places.get(i);
    const [px, py] = place(x, y);
    context.font = `${data.outcome[i] === 0 ? 600 : 400} 12px ${FONT}`;
    context.globalAlpha = faded(i) ? 0.25 : 1;
    context.fillStyle = pale(i) ? ink.soft : ink.ink;
    const text = clipped(data.names[i], 20);
    const folded = kids.get(i).length && !branches.open.has(i) ? 12 : 0;
    const leaf = !childrenShown(branches, i).length;
    context.textAlign = leaf ? "left" : "right";
    const dx = (sizeOf(i) * scale + 6 + folded) * (leaf ? 1 : -1);
    context.strokeText(text, px + dx, py);
    context.fillText(text, px + dx, py);
    context.globalAlpha = 1;
  };

  const names = (context) => {
    const { left, top } = camera.frame();
    const scale = network.getScale();
    const place = (x, y) => [(x - left) * scale, (y - top) * scale];
    const inside = ([x, y]) =>
      x > -150 && y > -20 && x < stage.clientWidth + 150 && y < stage.clientHeight + 20;
    context.save();
    context.setTransform(devicePixelRatio || 1, 0, 0, devicePixelRatio || 1, 0, 0);
    Object.assign(context, {
      textBaseline: "middle",
      lineJoin: "round",
      lineWidth: 3,
      strokeStyle: ink.halo,
      textAlign: "center",
    });
    const letters = makeLettering(context);
    ringNames(letters, place);
    for (const i of tree.shape.order) {
      if (!isPerson(i) || !inside(place(tree.shape.places.get(i).x, tree.shape.places.get(i).y))) continue;
      const leaf = !childrenShown(branches, i).length;
      if (state.layout === columns) {
        if (tree.shape.row * scale > 11) beside(context, i, place, scale);
      } else if (leaf && ARC * scale > 9.5) turned(context, i, place, scale);
    }
    if (state.layout === radial) {
      context.textAlign = "center";
      const inner = tree.shape.order
        .filter((i) => isPerson(i) && (childrenShown(branches, i).length || ARC * scale <= 9.5))
        .sort((a, b) => below[b] - below[a]);
      for (const i of inner.slice(0, 120)) {
        const [x, y] = place(tree.shape.places.get(i).x, tree.shape.places.get(i).y);
        if (!faded(i))
          letters.write(
            clipped(data.names[i], 22),
            x,
            y - sizeOf(i) * scale - 9,
            `600 12px ${FONT}`,
            ink.ink,
          );
      }
    }
    context.restore();
  };

  return { drawNode, rings, names, bounds };
};
