// NaN bit patterns made by hand must stay plain NaNs, whatever bits they carry.
const buffer = new ArrayBuffer(64);
const words = new Uint32Array(buffer);
const doubles = new Float64Array(buffer);
const floats = new Float32Array(buffer);
function poke(hi, lo, k) { words[k * 2] = lo; words[k * 2 + 1] = hi; return doubles[k]; }
let nans = 0;
for (let i = 0; i < 3000; i++) {
  const v = poke(0xfff80000 | (i * 37), i * 12345, i & 7);
  if (v !== v && typeof v === "number") nans++;
}
console.log(nans);
const list = [];
for (let i = 0; i < 200; i++) list.push(poke(0x7ff00000 + i * 0x1357, i + 1, i & 7));
console.log(list.every((x) => typeof x === "number"), list.filter((x) => x === x).length, list.map(String).join("").length);
const copy = new Float64Array(8);
for (let i = 0; i < 8; i++) { words[i * 2] = 0xdeadbeef; words[i * 2 + 1] = 0xfffe0000 + i; copy[i] = doubles[i]; }
console.log(copy.join(), new Uint32Array(copy.buffer).length);
function widen(n) { let c = 0; for (let i = 0; i < n; i++) { words[0] = 0x7fc00000 | i; const f = floats[0]; if (Number.isNaN(f)) c++; words[0] = 0xff800001 + i; const g = -floats[0]; if (g !== g) c += 10000; } return c; }
console.log(widen(2500));
function negNan(x) { return -x; }
for (let i = 0; i < 2000; i++) negNan(i + 0.5);
console.log(negNan(NaN), Object.is(negNan(NaN), NaN), [negNan(doubles[0])].includes(NaN), new Map([[negNan(NaN), "m"]]).get(NaN));
const objs = [{ v: doubles[1] }, { v: 1 }, { v: "s" }];
let text = "";
for (let i = 0; i < 1500; i++) text = objs[i % 3].v + "," + text.slice(0, 10);
console.log(text);
words[0] = 0; words[1] = 0x40000000;
console.log(doubles[0]);
