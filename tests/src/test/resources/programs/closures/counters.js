// Shared and separate variables of closures.
function make() {
  let n = 0;
  return { up: () => ++n, down: () => --n, peek: () => n };
}
const a = make();
const b = make();
a.up(); a.up(); b.down();
console.log(a.peek(), b.peek());
function adders() {
  const list = [];
  for (let i = 0; i < 3; i++) list.push((x) => x + i);
  for (var j = 0; j < 3; j++) list.push((x) => x + j);
  return list;
}
console.log(adders().map((f) => f(10)).join());
const fs = [];
for (let i = 0; i < 3; i++) {
  fs.push(() => i);
  i += 0;
  fs.push(() => (i += 10));
}
console.log(fs.map((f) => f()).join(), fs[0]());
let late = () => value;
let value = "set later";
console.log(late());
function outer(p) {
  let q = p * 2;
  return function middle(r) {
    let s = r + q;
    return function inner(t) {
      q++;
      return [p, q, r, s, t].join("-");
    };
  };
}
const m = outer(1);
const i1 = m(5);
const i2 = m(6);
console.log(i1(0), i2(0), i1(1));
const memo = (f) => { const cache = {}; return (n) => (n in cache ? cache[n] : (cache[n] = f(n))); };
let calls = 0;
const slow = memo((n) => { calls++; return n * n; });
console.log(slow(4), slow(4), slow(5), calls);
