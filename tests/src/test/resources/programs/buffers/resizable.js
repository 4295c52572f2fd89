// Views on buffers that grow, shrink and detach while compiled code goes over their elements.
function sum(view) {
  let total = 0;
  for (let i = 0; i < view.length; i++) total += view[i];
  return total;
}
function fill(view, n, value) {
  for (let i = 0; i < n; i++) view[i] = value + i;
}
const buffer = new ArrayBuffer(64, { maxByteLength: 256 });
const tracking = new Int32Array(buffer);
const tail = new Float64Array(buffer, 16);
const fixed = new Uint8Array(buffer, 8, 32);
fill(tracking, 16, 1);
for (let i = 0; i < 2000; i++) sum(tracking);
console.log(sum(tracking), tracking.length, tail.length, fixed.length);
for (const size of [128, 40, 20, 8, 0, 256, 64]) {
  buffer.resize(size);
  console.log(size, sum(tracking), tracking.length, tail.length, tail.byteOffset, fixed.length, fixed.byteLength, fixed[0], fixed[31], 0 in fixed);
}

// The buffer shrinks in the middle of a loop: by a call, a getter, a conversion.
function shrinking(view, at, shrink) {
  let seen = 0;
  for (let i = 0; i < 16; i++) {
    if (i === at) shrink();
    const value = view[i];
    if (value === undefined) seen += 1000;
    else seen += value;
    view[i] = 7;
  }
  return seen;
}
const noop = () => {};
fill(tracking, 16, 0);
for (let i = 0; i < 3000; i++) shrinking(tracking, -1, noop);
fill(tracking, 16, 0);
console.log(shrinking(tracking, 5, () => buffer.resize(32)), tracking.length, [...tracking].join());
buffer.resize(64);
console.log([...tracking].join());
fill(tracking, 16, 0);
const key = { get at() { buffer.resize(16); return 9; } };
function byGetter(view, o) { view[0] = 5; const i = o.at; view[i] = 1; return [view[i], view[0], view.length]; }
for (let i = 0; i < 500; i++) byGetter(tracking, { at: 2 });
console.log(byGetter(tracking, key));
buffer.resize(64);
function byConversion(view, i, v) { view[i] = v; return view[i]; }
for (let i = 0; i < 500; i++) byConversion(tracking, i & 7, i);
console.log(byConversion(tracking, 12, { valueOf() { buffer.resize(32); return 3; } }), byConversion(tracking, 1, "17"), tracking.length);

// Detached under a loop.
function drain(view, callback) {
  let total = 0;
  for (let i = 0; i < view.length; i++) { callback(i); total += view[i] | 0; }
  return total;
}
let local = new ArrayBuffer(80);
let doubles = new Float64Array(local);
doubles.fill(1.5);
for (let i = 0; i < 1000; i++) drain(doubles, noop);
let moved;
console.log(drain(doubles, (i) => { if (i === 3) moved = local.transfer(160); }), doubles.length, local.detached, moved.byteLength, new Float64Array(moved)[9], new Float64Array(moved)[10]);
const attempt = (what, f) => { try { console.log(what, f()); } catch (e) { console.log(what, e.name); } };
attempt("method on detached", () => doubles.fill(0));
attempt("iterating detached", () => [...doubles]);
attempt("view on detached", () => new Uint8Array(local));
attempt("DataView past the end", () => { const b = new ArrayBuffer(8, { maxByteLength: 16 }); const d = new DataView(b, 4); b.resize(6); const before = d.byteLength; b.resize(2); return [before, d.byteLength]; });
attempt("resize a fixed one", () => new ArrayBuffer(8).resize(4));
attempt("resize too far", () => buffer.resize(257));
attempt("maximum below length", () => new ArrayBuffer(8, { maxByteLength: 4 }));
attempt("freeze", () => Object.freeze(new Uint8Array(2)));

// Callbacks that shrink.
const r = new ArrayBuffer(8, { maxByteLength: 16 });
const bytes = new Uint8Array(r);
fill(bytes, 8, 10);
console.log(bytes.map((x, i) => { if (i === 2) r.resize(4); return x; }).join());
r.resize(8);
fill(bytes, 8, 10);
console.log(bytes.reduce((a, x, i) => { if (i === 3) r.resize(5); return a + "," + x; }));
r.resize(8);
console.log(bytes.subarray(2).length, bytes.slice(-3).join(), bytes.at(-1), bytes.toReversed().join(), bytes.with(0, 300).join());
r.resize(16);
console.log(bytes.length, bytes.subarray(4).length);

// Shared and growable.
const shared = new SharedArrayBuffer(8, { maxByteLength: 32 });
const words = new Int32Array(shared);
words[0] = 41;
shared.grow(24);
console.log(words.length, Atomics.add(words, 0, 1), Atomics.load(words, 0), Atomics.compareExchange(words, 0, 42, 9), words[0], shared.growable, shared.maxByteLength);
console.log(Atomics.wait(words, 0, 8, 10), Atomics.wait(words, 0, 9, 1), Atomics.notify(words, 0));
for (const type of [Int8Array, Uint8Array, Int16Array, Uint16Array, Int32Array, Uint32Array]) {
  const t = new type(4);
  t[1] = 100;
  console.log(type.name, Atomics.add(t, 1, 100), Atomics.sub(t, 1, 1), Atomics.or(t, 1, 0xff00), Atomics.exchange(t, 1, -1), Atomics.xor(t, 1, 5), [...t].join());
}

// Species, sorting, conversions between kinds.
class Mine extends Uint8Array { static get [Symbol.species]() { return Uint16Array; } }
const mine = Mine.from([1, 2, 300]);
console.log(mine.constructor.name, mine.slice().constructor.name, mine.map((x) => x * 200).join(), mine.filter((x) => x > 1) instanceof Uint16Array);
console.log(new Float64Array([3, -0, NaN, 0, -Infinity, 1]).sort().join(), Object.is(new Float32Array([0, -0]).sort()[0], -0));
console.log(new Int16Array([5, -3, 9]).sort((a, b) => b - a).join(), Uint8ClampedArray.of(-1, 1.5, 2.5, 300, NaN).join());
const overlapping = new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8]);
new Uint16Array(overlapping.buffer, 0, 2).set(overlapping.subarray(1, 3));
console.log(overlapping.join(), overlapping.copyWithin(2, 0, 5).join());
