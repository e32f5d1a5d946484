// @ts-check
// What a typed word may sound like in another alphabet: the rules of netgraph/model/sounding.py.

/** @type {Record<string, string>} */
const WORDS = { lee: "i", yi: "i", rhee: "i", park: "bag", choi: "coe", ahn: "an" };
/** @type {[RegExp, string][]} */
const SOUNDS = [
  [/shch|sch|sht|sh/g, "s"],
  [/zh/g, "z"],
  [/dj/g, "d"],
  [/tch|ch|tz|ts|cz/g, "c"],
  [/x/g, "ks"],
  [/ph/g, "f"],
  [/th/g, "t"],
  [/kh|gh|[kqh]/g, "g"],
  [/oo|ou|wu/g, "u"],
  [/ee|[yj]/g, "i"],
  [/w/g, "v"],
  [/p/g, "b"],
  [/t/g, "d"],
  [/(.)\1+/g, "$1"],
  [/^ie/, "e"],
  [/(?<=.)i$/, ""],
];
/** @type {[RegExp, string][]} */
const BONES = [
  [/x/g, "ks"],
  [/ph/g, "f"],
  [/th/g, "t"],
  [/shch|sch|sh/g, "s"],
  [/tz|ts/g, "s"],
  [/h$/, ""],
  [/kh|gh|ch|[ckqhj]/g, "g"],
  [/p/g, "b"],
  [/t/g, "d"],
  [/[aeiouyvw]/g, ""],
  [/(.)\1+/g, "$1"],
];
const FEWEST = 3;

const reduced = (word, rules) => rules.reduce((rest, [written, said]) => rest.replace(written, said), word);

/** What a folded word may sound like, as the library writes it beside names of other alphabets. */
export const heard = (word) => {
  const sound = WORDS[word] || reduced(word, SOUNDS);
  const bones = reduced(word, BONES);
  const found = sound.length >= FEWEST ? `~${sound}` : `~${sound}~`;
  return bones.length > 1 ? [found, `^${bones}^`] : [found];
};
