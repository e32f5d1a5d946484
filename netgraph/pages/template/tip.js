// @ts-check
// Say under the pointer what `describe` finds there: text and whether a click would act.

export const makeTip = (network, stage, tip, describe) => {
  let pending = 0;
  const show = (event) => {
    pending = 0;
    const corner = stage.getBoundingClientRect();
    const [x, y] = [event.clientX - corner.left, event.clientY - corner.top];
    const { text, acts } = describe(network.DOMtoCanvas({ x, y }));
    stage.style.cursor = acts ? "pointer" : "grab";
    tip.hidden = !text;
    if (!text) return;
    tip.textContent = text;
    tip.style.left = Math.min(x + 14, stage.clientWidth - tip.offsetWidth - 8) + "px";
    tip.style.top = Math.min(y + 14, stage.clientHeight - tip.offsetHeight - 8) + "px";
  };
  stage.addEventListener("pointermove", (event) => {
    if (!event.buttons && !pending && event.pointerType !== "touch")
      pending = requestAnimationFrame(() => show(event));
  });
  const hide = () => (tip.hidden = true);
  stage.addEventListener("pointerleave", hide);
  stage.addEventListener("wheel", hide, { passive: true });
  stage.addEventListener("pointerdown", hide);
  addEventListener("keydown", hide);
  document.addEventListener("input", hide);
  network.on("zoom", hide);
};
