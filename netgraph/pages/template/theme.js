// @ts-check
// Light and dark: one set of colours for the page (CSS) and for what is painted (ink).

import { download, make } from "./dom.js";

const NAMES = ["ground", "paper", "ink", "soft", "line", "disc", "rim", "accent", "on-accent"];
NAMES.push("warm", "edge", "halo", "goal");

/** @type {Record<string, string>} */
export const ink = {};
export const themeListeners = [];

export const isDark = () => document.documentElement.classList.contains("dark");

/** A colour as it can be read on dark ground. */
export const lighter = (hex) =>
  "#" +
  [1, 3, 5]
    .map((at) => Math.round(0.58 * parseInt(hex.slice(at, at + 2), 16) + 107))
    .map((part) => part.toString(16).padStart(2, "0"))
    .join("");

export const setTheme = (dark) => {
  document.documentElement.classList.toggle("dark", dark);
  const style = getComputedStyle(document.documentElement);
  for (const name of NAMES) ink[name] = style.getPropertyValue("--" + name).trim();
  for (const listener of themeListeners) listener();
};

/** Follow the device; print in light. */
export const startTheme = () => {
  const night = matchMedia("(prefers-color-scheme: dark)");
  let onScreen = night.matches;
  setTheme(onScreen);
  night.addEventListener("change", (event) => setTheme(event.matches));
  addEventListener("beforeprint", () => {
    onScreen = isDark();
    document.documentElement.classList.add("paper");
    setTheme(false);
  });
  addEventListener("afterprint", () => {
    document.documentElement.classList.remove("paper");
    setTheme(onScreen);
  });
};

export const savePicture = (stage, name) => {
  const source = stage.querySelector("canvas");
  const copy = make("canvas", { width: source.width, height: source.height });
  const context = copy.getContext("2d");
  context.fillStyle = ink.ground;
  context.fillRect(0, 0, copy.width, copy.height);
  context.drawImage(source, 0, 0);
  copy.toBlob((blob) => download(name, blob));
};
