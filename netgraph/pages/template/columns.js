// @ts-check
// Columns of numbers and of lines, as the page carries them.

export const ARRAYS = {
  B: Uint8Array,
  H: Uint16Array,
  I: Uint32Array,
  b: Int8Array,
  h: Int16Array,
  i: Int32Array,
};

export const unpack = (text) => {
  const bytes = atob(text.slice(1));
  const buffer = new Uint8Array(bytes.length);
  for (let k = 0; k < bytes.length; k++) buffer[k] = bytes.charCodeAt(k);
  return new ARRAYS[text[0]](buffer.buffer);
};

export const lines = (text) => text.split("\n");
