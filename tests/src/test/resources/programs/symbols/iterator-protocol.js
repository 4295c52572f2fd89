// Symbol.iterator on prototypes, strings, arguments; user classes replacing built-in iteration.
class Countdown { constructor(n) { this.n = n; } [Symbol.iterator]() { let n = this.n; return { next: () => (n > 0 ? { value: n--, done: false } : { value: undefined, done: true }), [Symbol.iterator]() { return this; } }; } }
console.log([...new Countdown(3)].join(), Array.from(new Countdown(4)).length, Math.max(...new Countdown(5)), new Set(new Countdown(2)).size);
const it = new Countdown(3)[Symbol.iterator]();
console.log(it.next().value, [...it].join(), [...it].length);
function args() { return [...arguments].join() + typeof arguments[Symbol.iterator]; }
console.log(args(1, 2), typeof "s"[Symbol.iterator], typeof [][Symbol.iterator], typeof {}[Symbol.iterator], Map.prototype[Symbol.iterator] === Map.prototype.entries, Set.prototype[Symbol.iterator] === Set.prototype.values, Array.prototype[Symbol.iterator] === Array.prototype.values);
const arr = [1, 2, 3];
arr[Symbol.iterator] = function () { let i = this.length; return { next: () => (i > 0 ? { value: this[--i], done: false } : { done: true }) }; };
console.log([...arr].join(), Math.min(...arr), (([x]) => x)(arr), Array.from(arr).join(), arr.map((x) => x).join());
Number.prototype[Symbol.iterator] = function () { let i = 0; const n = this.valueOf(); return { next: () => ({ done: i >= n, value: i++ }) }; };
console.log([...4].join(), ((...xs) => xs.length)(...3));
let t = 0;
for (const x of 1000) t += x;
delete Number.prototype[Symbol.iterator];
console.log(t);
const lazy = (src) => ({ map: (f) => lazy({ [Symbol.iterator]() { const i = src[Symbol.iterator](); return { next() { const r = i.next(); return r.done ? r : { done: false, value: f(r.value) }; } }; } }), take: (n) => lazy({ [Symbol.iterator]() { const i = src[Symbol.iterator](); let k = 0; return { next: () => (k++ < n ? i.next() : { done: true }) }; } }), toArray: () => [...src] });
const naturals = { [Symbol.iterator]() { let n = 0; return { next: () => ({ done: false, value: n++ }) }; } };
console.log(lazy(naturals).map((x) => x * x).take(6).toArray().join());
