// @ts-check
// Elements made without markup, and what the reader's device wants.

/** Whether the reader wants nothing to move. */
export const isCalm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** @returns {any} */
export const $ = (id) => document.getElementById(id);

/** @returns {any} */
export const make = (tag, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
};

export const draw = (tag, attributes = {}, ...children) => {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
};

// A line of a list that does something when it is clicked.
export const choice = (act, ...content) => {
  const button = make("button", { type: "button" }, ...content);
  button.addEventListener("click", act);
  return make("li", {}, button);
};

export const download = (name, blob) => {
  const link = make("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 5000);
};

export const typing = (event) =>
  event.ctrlKey ||
  event.metaKey ||
  event.altKey ||
  event.target.matches("input:not([type=range]), select, textarea");
