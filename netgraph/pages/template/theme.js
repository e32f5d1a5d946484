// Light and dark: one set of colours for the page (CSS) and for what is painted (ink).

const ink = {};
const themeListeners = [];
let dark = matchMedia("(prefers-color-scheme: dark)").matches;

const readInk = () => {
  const style = getComputedStyle(document.documentElement);
  for (const name of [
    "ground",
    "paper",
    "ink",
    "soft",
    "line",
    "disc",
    "rim",
    "accent",
    "on-accent",
    "warm",
    "edge",
    "halo",
  ]) {
    ink[name] = style.getPropertyValue("--" + name).trim();
  }
};

const setTheme = (isDark) => {
  dark = isDark;
  document.documentElement.classList.toggle("dark", dark);
  readInk();
  for (const listener of themeListeners) listener();
};

document.documentElement.classList.toggle("dark", dark);
readInk();
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", (event) => setTheme(event.matches));

let onScreen = dark;
addEventListener("beforeprint", () => {
  onScreen = dark;
  setTheme(false);
});
addEventListener("afterprint", () => setTheme(onScreen));

const savePicture = (stage, name) => {
  const source = stage.querySelector("canvas");
  const copy = make("canvas", { width: source.width, height: source.height });
  const context = copy.getContext("2d");
  context.fillStyle = ink.ground;
  context.fillRect(0, 0, copy.width, copy.height);
  context.drawImage(source, 0, 0);
  copy.toBlob((blob) => download(name, blob));
};
