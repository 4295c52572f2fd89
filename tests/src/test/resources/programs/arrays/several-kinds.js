// Elements of arrays of every kind, typed arrays and strings by the same instructions; in phases, so that guesses fail.
function sum(a, n) {
  let s = 0;
  for (let i = 0; i < n; i++) s += a[i];
  return s;
}
function scale(a, n, k) {
  for (let i = 0; i < n; i++) a[i] = a[i] * k;
  return a;
}
function shift(a, n) {
  for (let i = 1; i < n; i++) a[i - 1] = (a[i] + a[i - 1]) / 2;
  return a[0];
}
function kinds(a, n) {
  let undefinedOnes = 0, numbers = 0, texts = "";
  for (let i = 0; i < n; i++) {
    const x = a[i];
    if (x === undefined) undefinedOnes++;
    else if (typeof x === "number") numbers += x;
    else texts += x;
  }
  return undefinedOnes + "/" + numbers + "/" + texts.length + texts.slice(0, 8);
}
const makers = [
  (n) => Array.from({ length: n }, (_, i) => i),
  (n) => Float64Array.from({ length: n }, (_, i) => i + 0.5),
  (n) => Array.from({ length: n }, (_, i) => i / 2),
  (n) => Int32Array.from({ length: n }, (_, i) => i * 3),
  (n) => new Array(n).fill(1.25),
  (n) => Uint8Array.from({ length: n }, (_, i) => i * 2),
];
for (const make of makers) {
  let s = 0;
  for (let round = 0; round < 300; round++) s += sum(make(20), 20) + sum(scale(make(20), 20, 1.5), 20) + shift(make(20), 20);
  console.log(s);
}
let mixed = 0;
for (let round = 0; round < 600; round++) mixed += shift(scale(makers[round % makers.length](12), 12, 3), 12);
console.log(mixed);

const holey = [1, , "three", 4, , ,];
const views = [holey, [1, 2, 3], [0.5, , 1.5], "text", new Uint8Array(4), new Array(9), [], new Float32Array([0.1, 2])];
for (let phase = 0; phase < views.length; phase++) {
  let last = "";
  for (let round = 0; round < 200; round++) last = kinds(views[phase], 9) + " " + kinds(views[round % (phase + 1)], 6);
  console.log(phase, last);
}
// What a prototype has shows in holes and behind the end.
Array.prototype[4] = "inherited";
for (let round = 0; round < 200; round++) kinds(holey, 9);
console.log(kinds(holey, 9), kinds([], 9), kinds(new Uint8Array(2), 9));
delete Array.prototype[4];
console.log(kinds(holey, 9), kinds([], 9));
// Stores behind the end of typed arrays do nothing; negative indices are names.
function put(a, i, x) {
  a[i] = x;
  return a[i];
}
const list = [];
const bytes = new Uint8Array(3);
const results = [];
for (let round = 0; round < 400; round++) {
  results.push(put(round % 2 ? list : bytes, round % 5, round), put(bytes, round % 3, -round * 1.5));
}
console.log(results.slice(0, 30).join(), results.slice(-30).join(), list.length);
console.log(put(list, -1, "name"), put(bytes, -1, 1), list[-1], Object.keys(bytes).join());
