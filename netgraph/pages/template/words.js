// @ts-check
// Numbers, months and names as they are written and compared.

export const count = (number) => number.toLocaleString("en");
export const plural = (number, word, words = word + "s") => `${count(number)} ${number === 1 ? word : words}`;
export const clamp = (value, least, most) => Math.min(most, Math.max(least, value));

const APOSTROPHES = /['`´‘’‛ʹʻʼʾʿ′׳＇™℠®©ـ]/gu;
const ALIKE = { ى: "ي", ة: "ه" };
const KATAKANA = /[\u30a1-\u30f6]/g;
const HIRAGANA = 0x60;

/**
 * Text as it is searched: without marks, apostrophes and punctuation, in lower case. The page brings
 * along how the library folds what this leaves in another script or letter.
 */
export const fold = (text) =>
  text
    .replace(APOSTROPHES, "")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[ىة]/g, (letter) => ALIKE[letter])
    .replace(KATAKANA, (letter) => String.fromCharCode(letter.charCodeAt(0) - HIRAGANA))
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .toLowerCase()
    .trim();

const SPELLINGS = {
  ä: "ae",
  ö: "oe",
  ü: "ue",
  ø: "oe",
  å: "aa",
  æ: "ae",
  đ: "dj",
  Ä: "ae",
  Ö: "oe",
  Ü: "ue",
  Ø: "oe",
  Đ: "dj",
};
const KEYLESS = /[äöüøåæđÄÖÜØÅÆĐ]/g;
const SPELT_OUT = /(?<=[aou])e|(?<=a)a/g;
const HYPHENS = /(?<=\p{L})[-\u2010\u2011](?=\p{L})/gu;
const EASTERN = /[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uff9d]/;

/** Text as people type it who have no key for its letters: ue for ü, oe for ø. */
export const spelled = (text) =>
  fold(text.normalize("NFC").replace(KEYLESS, (letter) => SPELLINGS[letter] || "aa"));

/**
 * The forms in which a name is found, as people type it; how the library folds it is the last.
 * Eastern names are typed surname first and without a blank.
 */
export const nameForms = (name, plain) => {
  const joined = fold(name.replace(HYPHENS, ""));
  const forms = [fold(name), spelled(name), fold(name).replace(SPELT_OUT, ""), joined, plain];
  if (EASTERN.test(name))
    for (const form of [fold(name), plain]) {
      const words = form.split(" ");
      forms.push(words.join(""), words.reverse().join(""));
    }
  return [...new Set(forms.filter(Boolean))];
};

export const MONTHS = [
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
export const monthName = (month) => (month ? `${MONTHS[month % 12]} ${Math.floor(month / 12)}` : "not known");
