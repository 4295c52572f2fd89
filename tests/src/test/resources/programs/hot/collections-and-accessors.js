// Lookups in Map and Set, getters and setters, array ends and strings as machine code has them, with keys and values of all kinds.

const keys = [0, -0, 1, 1.5, -1, NaN, "a", "b" + "c", "x".repeat(40) + "y", true, null, undefined, Symbol.iterator, keysOf, 2 ** 31];
function keysOf() {}
const map = new Map();
const set = new Set();
function collect(n) {
  let hits = 0;
  for (let i = 0; i < n; i++) {
    const key = keys[i % keys.length];
    map.set(key, (map.get(key) || 0) + 1);
    if (set.has(key)) hits++;
    else set.add(key);
    if (i % 7 === 0 && set.delete(keys[(i * 3) % keys.length])) hits += 1000;
    if (map.get("k" + (i & 3)) === undefined) map.set("k" + (i & 3), i);
    if (map.has(i / 2)) hits += 7;
  }
  return hits + ":" + map.size + ":" + set.size;
}
console.log(collect(1500));
console.log([...map.values()].join(), map.get(0) === map.get(-0), map.get("b" + "c"), map.get(["x".repeat(40), "y"].join("")));
class Counted extends Map {
  get size() { return 77; }
  get(key) { return "sub" + super.get(key); }
}
function sizes(list) {
  let out = "";
  for (let i = 0; i < 400; i++) out = list[i % list.length].size + "" + list[i % list.length].get(1);
  return out;
}
console.log(sizes([new Map([[1, 2]])]), sizes([new Map([[1, 2]]), new Counted([[1, 5]])]));
try {
  for (let i = 0; i < 300; i++) Map.prototype.get.call(i < 299 ? map : {}, 1);
} catch (e) {
  console.log(e.constructor.name);
}

// Accessors that count, throw, are replaced, have no setter, and sit on a prototype.
class Cell {
  constructor() { this.v = 1; this.reads = 0; }
  get value() { this.reads++; if (this.v === 250) throw new RangeError("at 250"); return this.v; }
  set value(x) { this.v = x > 900 ? "big" : x; }
  get fixed() { return this.v; }
}
function bump(cell, n) {
  let errors = 0;
  for (let i = 0; i < n; i++) {
    try {
      cell.value += 1;
      cell.value++;
    } catch (e) {
      errors++;
      cell.v = 251;
    }
  }
  return cell.v + ":" + cell.reads + ":" + errors;
}
console.log(bump(new Cell(), 300), bump(new Cell(), 600));
function assign(cell) {
  cell.fixed = 5;
  return cell.fixed;
}
const cell = new Cell();
let strict = 0;
for (let i = 0; i < 300; i++) strict += assign(cell);
console.log(strict);
Object.defineProperty(Cell.prototype, "fixed", { get() { return 1000; }, configurable: true });
for (let i = 0; i < 300; i++) strict += assign(cell);
console.log(strict);

// Both ends of arrays of every kind; indices behind the end; stores that change the kind.
function ends(list, values, n) {
  let log = "";
  for (let i = 0; i < n; i++) {
    list.push(values[i % values.length]);
    list[list.length] = i;
    list[i & 1] = values[(i + 1) % values.length];
    const out = list[list.length + 3];
    if (out !== undefined) log += out;
    if (i % 3 === 0) log = String(list.pop());
    if (i % 50 === 49) list.length = 2;
  }
  return log + ":" + list.length + ":" + list.slice(0, 4).join();
}
for (const values of [[1, 2], [1.5, NaN, -0], ["s", 1], [undefined, null], [{}, 2.5]]) {
  console.log(ends([], values, 300), ends([0.5], values, 300), ends(["t"], values, 300), Object.is(ends([], values, 3), 1));
}
function drain(list) {
  let n = 0;
  while (list.pop() !== undefined) n++;
  return n + ":" + list.length + ":" + list.pop();
}
let drained = "";
for (let i = 0; i < 300; i++) drained = drain([1, 2, 3]) + drain([0.5, , 1.5]) + drain([]) + drain(["a", "b"]);
console.log(drained);
console.log(drain(Object.freeze([]) && [1]), (() => { try { return drain(Object.freeze([1])); } catch (e) { return e.constructor.name; } })());

// Characters, comparisons and concatenations of flat, wide and rope strings.
function text(n, unit) {
  let s = "";
  let sum = 0;
  for (let i = 0; i < n; i++) {
    s += unit + i;
    sum += s.charCodeAt((i * 7) % s.length) + (s[i] === unit[0] ? 1 : 0) + (s[s.length - 1] === String(i % 10) ? 2 : 0);
    if (s + unit === unit + s) sum += 5;
    if (s === s.slice(0)) sum += 3;
    if (s.length > 300) s = s.slice(200);
  }
  return sum + ":" + s.length + ":" + (s + 1.5).slice(-6) + (-0 + s)[0];
}
console.log(text(500, "ab"), text(500, "\u20ac"), text(500, "x\ud83d"), text(200, ""));

// Closures and arrays made in loops keep their own contents.
function make(n) {
  const made = [];
  for (let i = 0; i < n; i++) made.push([i, i + 0.5, () => i, [0 / 0, i]], [i, "t"]);
  return made[2][2]() + made[2 * n - 2][2]() + made[5].join() + made[4][3].join() + made.length;
}
for (let i = 0; i < 30; i++) drained = make(60);
console.log(drained);
