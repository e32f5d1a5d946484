// @ts-check
// What the panels of the map and of the tree write of a person in the same way.

import { choice, make } from "./dom.js";

/** A heading and what stands below it; nothing where there is nothing. */
export const section = (title, ...content) => {
  const some = content.flat().filter(Boolean);
  return some.length ? [make("h3", { textContent: title }), ...some] : [];
};

export const wordList = (texts, className = "words") =>
  make("ul", { className }, ...texts.map((text) => make("li", { textContent: text, dir: "auto" })));

/** Terms and values, those without a value left out. */
export const factList = (facts) =>
  make(
    "dl",
    {},
    ...facts
      .filter(([, value]) => value)
      .flatMap(([term, value]) => [
        make("dt", { textContent: term }),
        make("dd", { textContent: value, dir: "auto" }),
      ]),
  );

/** People one a line, each with a note; a click chooses one. */
export const peopleList = (title, pairs, names, choose) =>
  pairs.length
    ? section(
        title,
        make(
          "ul",
          { className: "people" },
          ...pairs.map(([i, note]) =>
            choice(
              () => choose(i),
              make("span", { textContent: names[i], dir: "auto" }),
              note ? make("small", { textContent: note, dir: "auto" }) : null,
            ),
          ),
        ),
      )
    : [];

/** The way to a person's own page, where the picture stands among such pages. */
export const pageLink = (address) =>
  address
    ? [make("a", { className: "page-link", href: address, target: "_top", textContent: "Open their page" })]
    : [];

/** Show a person's card: its heading, what they do, and all that is known. */
export const showCard = (heading, work, facts, { name, does, content, focus }) => {
  Object.assign(heading, { textContent: name, dir: "auto" });
  Object.assign(work, { textContent: does, dir: "auto" });
  facts.replaceChildren(...content);
  if (focus) heading.focus();
};
