// What every page needs: its data, elements made without markup, columns unpacked.

const PAGE = JSON.parse(document.getElementById("data").textContent);
const calm = matchMedia("(prefers-reduced-motion: reduce)");

const $ = (id) => document.getElementById(id);

const make = (tag, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
};

const draw = (tag, attributes = {}, ...children) => {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
};

// A line of a list that does something when it is clicked.
const choice = (act, ...content) => {
  const button = make("button", { type: "button" }, ...content);
  button.addEventListener("click", act);
  return make("li", {}, button);
};

const ARRAYS = { B: Uint8Array, H: Uint16Array, I: Uint32Array, b: Int8Array, h: Int16Array, i: Int32Array };

const unpack = (text) => {
  const bytes = atob(text.slice(1));
  const buffer = new Uint8Array(bytes.length);
  for (let k = 0; k < bytes.length; k++) buffer[k] = bytes.charCodeAt(k);
  return new ARRAYS[text[0]](buffer.buffer);
};

const lines = (text) => text.split("\n");
const count = (number) => number.toLocaleString("en");
const plural = (number, word, words = word + "s") => `${count(number)} ${number === 1 ? word : words}`;
const clamp = (value, least, most) => Math.min(most, Math.max(least, value));
const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const monthName = (month) => (month ? `${MONTHS[month % 12]} ${Math.floor(month / 12)}` : "not known");

const download = (name, blob) => {
  const link = make("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 5000);
};

const typing = (event) =>
  event.ctrlKey ||
  event.metaKey ||
  event.altKey ||
  event.target.matches("input:not([type=range]), select, textarea");
