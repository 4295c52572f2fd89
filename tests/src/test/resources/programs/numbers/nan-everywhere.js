// NaN from everywhere into everything: one value to the program, however its bits came about.

const bytes = new Uint8Array(8);
const doubles = new Float64Array(bytes.buffer);
const floats = new Float32Array(bytes.buffer);

function otherNan(i) {
  // Quiet and signaling, of both signs, with payloads: 8 bytes, the highest last.
  const high = [0x7f, 0xff, 0x7f, 0xff][i & 3];
  const next = [0xf8, 0xf8, 0xf4, 0xff][i & 3];
  for (let b = 0; b < 6; b++) bytes[b] = (i * 37 + b * 91 + 1) & 255;
  bytes[6] = next;
  bytes[7] = high;
  return doubles[0];
}

function otherFloat(i) {
  bytes[0] = i & 255;
  bytes[1] = 1;
  bytes[2] = 0xc0 | (i & 15);
  bytes[3] = i & 1 ? 0xff : 0x7f;
  return floats[0];
}

const sources = [
  (i) => otherNan(i),
  (i) => -otherNan(i),
  (i) => otherFloat(i),
  (i) => Math.abs(otherNan(i)),
  (i) => otherNan(i) * 2 + 1,
  (i) => (i - i) / (i - i),
  (i) => -((i - i) / (i - i)),
  (i) => Infinity - Infinity + i,
  (i) => Math.sqrt(-1 - i),
  (i) => Math.sin(Infinity) - i,
  (i) => Math.min(i, otherNan(i)),
  (i) => Math.max(otherNan(i), i),
  (i) => Math.floor(otherNan(i)) + Math.round(otherNan(i + 1)),
  (i) => (i + 0.5) % 0,
  (i) => Number("x" + i),
  (i) => NaN,
];

class Box {
  constructor(value) {
    this.value = value;
    this.copy = 0.5;
  }
}

function check(value, box, array, map, set) {
  let bad = 0;
  box.value = value;
  box.copy = box.value + 0;
  array[1] = value;
  if (array[1] === array[1]) bad |= 1;
  if (box.value === box.value || box.copy == box.copy) bad |= 2;
  if (!Object.is(box.value, NaN) || !Object.is(array[1], box.copy)) bad |= 4;
  if (!array.includes(value) || array.indexOf(value) !== -1) bad |= 8;
  map.set(value, 1);
  if (map.get(box.value) !== 1 || !map.has(array[1]) || map.size !== 1) bad |= 16;
  set.add(value).add(box.copy).add(-box.value);
  if (set.size !== 1) bad |= 32;
  if (typeof box.copy !== "number" || String(value) !== "NaN" || value ? true : false) bad |= 64;
  switch (value) {
    case NaN:
      bad |= 128;
  }
  if (value < 1 || value > 1 || value <= box.value || value >= box.value) bad |= 256;
  return bad;
}

const counts = new Map();
const box = new Box(1.5);
const holey = [0.5, , 2.5];
const array = [0.5, 1.5, 2.5];
for (let i = 0; i < 400; i++) {
  for (let s = 0; s < sources.length; s++) {
    const value = sources[s](i);
    const bad = check(value, box, i & 1 ? array : [holey[0], 1, holey[2]], new Map(), new Set());
    if (bad !== 0) counts.set(s + ":" + bad, (counts.get(s + ":" + bad) || 0) + 1);
  }
}
console.log([...counts].join(" ") || "all alike");

function sum(list) {
  let total = 0;
  for (let i = 0; i < list.length; i++) total += list[i];
  return total;
}
const typed = new Float64Array(16);
for (let i = 0; i < 300; i++) sum(typed);
bytes.fill(255);
typed[3] = doubles[0];
const results = [sum(typed), sum([1.5, doubles[0]]), sum([NaN, 2])];
console.log(results.join(" "), new Set(results).size);
