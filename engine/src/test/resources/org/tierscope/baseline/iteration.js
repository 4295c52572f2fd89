// for-of over arrays that change under way, getters, appends
function join(list) { let text = ""; for (const v of list) text += v + ","; return text; }
for (let i = 0; i < 3; i++) {
  print(join([1, 2, 3]), join([0.5, 7, -0]), join(["a", null, undefined, true]), join([1, , 3]), join([]));
}
function growing(list) {
  let n = 0;
  for (const v of list) { if (n++ < 3) list[list.length] = v * 2; }
  return join(list);
}
for (let i = 0; i < 3; i++) print(growing([1, 2, 3]));
function shrinking(list) { let seen = ""; for (const v of list) { seen += v; list.length = 2; } return seen; }
for (let i = 0; i < 3; i++) print(shrinking([1, 2, 3, 4]));
function changing(list) {
  let seen = "";
  for (const v of list) { seen += v + " "; if (v === 2) list[2] = "text"; if (v === 1) list[1] = 2.5; }
  return seen;
}
for (let i = 0; i < 3; i++) print(changing([1, 2, 3]), changing([0, 2, 3]));
function breaks(list) { for (const v of list) if (v > 1) return v; return "none"; }
for (let i = 0; i < 3; i++) print(breaks([1, 2, 3]), breaks([]));
function sumOfPairs(list) { let s = 0; for (const [a, b = 10] of list) s += a * b; return s; }
for (let i = 0; i < 3; i++) print(sumOfPairs([[1, 2], [3], [5, 6]]));
const iterable = {
  [Symbol.iterator]() {
    let n = 0;
    return { next: () => ({ done: n >= 4, value: n++ }), return() { print("closed"); return {}; } };
  },
};
for (let i = 0; i < 3; i++) {
  print(join(iterable));
  for (const v of iterable) if (v === 2) break;
  const [first, second] = iterable;
  print(first, second);
}
try { for (const v of 5) print(v); } catch (e) { print(e.name); }
class Box {
  #v = 1;
  get value() { return this.#v; }
  get throws() { if (this.#v > 3) throw "from getter " + this.#v; return this.#v++; }
  static get kind() { return "box"; }
}
const box = new Box();
let total = 0;
for (let i = 0; i < 20; i++) total += box.value;
print(total, Box.kind);
for (let i = 0; i < 6; i++) { try { print(box.throws); } catch (e) { print(e); } }
const inherited = Object.create({ get twice() { return this.n * 2; } });
inherited.n = 4;
for (let i = 0; i < 5; i++) print(inherited.twice);
Object.defineProperty(Object.getPrototypeOf(inherited), "twice", { get() { return "redefined"; } , configurable: true });
print(inherited.twice);
inherited.n = 0;
function appends(n, make) { const list = []; for (let i = 0; i < n; i++) list[list.length] = make(i); return list; }
print(join(appends(20, i => i)), join(appends(5, i => i / 2)), join(appends(4, i => i % 2 ? "s" : i)));
const frozen = Object.freeze([1, 2]);
frozen[2] = 3;
print(frozen.length, join(frozen));
Array.prototype[3] = "hidden";
const short = [1, 2];
short[2] = 3;
short[4] = 5;
print(join(short));
