// @ts-check
// Numbers, months and names as they are written and compared.

export const count = (number) => number.toLocaleString("en");
export const plural = (number, word, words = word + "s") => `${count(number)} ${number === 1 ? word : words}`;
export const clamp = (value, least, most) => Math.min(most, Math.max(least, value));

const APOSTROPHES = /['`´‘’‛ʹʻʼʾʿ′׳＇™℠®©]/gu;

/**
 * Text as it is searched: without marks, apostrophes and punctuation, in lower case. The page brings
 * along how the library folds what this leaves in another script or letter.
 */
export const fold = (text) =>
  text
    .replace(APOSTROPHES, "")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .toLowerCase()
    .trim();

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
