// Rest parameters, spread calls and literals that optimized code takes apart; unrolled and peeled loops; switches over strings.
function repeat(n, f) { let last; for (let i = 0; i < n; i++) last = f(i); return last; }

function sum(...xs) { let s = 0; for (let i = 0; i < xs.length; i++) s += xs[i]; return s; }
function tail(first, ...xs) { return xs.length === 0 ? first : xs[xs.length - 1]; }
function withDefault(a, b = a + 1, ...rest) { return a + b + rest.length; }
console.log("sum", repeat(500, i => sum(i, 1, 2)), repeat(500, i => sum()), repeat(500, i => sum(i, 0.5)), sum("a", "b"));
console.log("tail", repeat(500, i => tail(i) + tail(i, i + 1) + tail(1, 2, i * 3)), tail("x", "y"));
console.log("default", repeat(500, i => withDefault(i) + withDefault(i, 2) + withDefault(i, 2, 3, 4)));

function add3(a, b, c) { return a + b + c; }
function forward(...xs) { return add3(...xs); }
function forwardMore(...xs) { return add3(1, ...xs, 2); }
function changed(...xs) { xs[0] = 100; if (xs[1] > 300) xs.push(7); return add3(...xs); }
console.log("forward", repeat(500, i => forward(i, 1, 2) + forwardMore(i)), forward("a", "b", "c"), forward(1));
console.log("changed", repeat(500, i => changed(i, i, 3)), repeat(20, i => changed(i, 1000)));

function literal(...xs) { const ys = [0, ...xs, xs.length]; ys.push(1); return ys; }
console.log("literal", repeat(500, i => literal(i, "b")).join(), literal().join());

class Point { constructor(...parts) { this.parts = parts; this.size = parts.length; } }
class Named extends Point { constructor(name, ...parts) { super(...parts); this.name = name; } }
console.log("classes", repeat(300, i => new Point(i, 2).size + new Named("n", 1, i, 3).size), JSON.stringify(new Named("q", 1, 2)));

function failing(...xs) { if (xs[0] === 400) throw new Error("at " + xs.join()); return xs.length; }
function caught(i) { try { return failing(i, 1); } catch (e) { return e.message; } }
let messages = "";
for (let i = 0; i < 500; i++) { const r = caught(i); if (typeof r === "string") messages += r; }
console.log("caught", messages);

function recursive(n, ...xs) { return n === 0 ? xs.length : recursive(n - 1, ...xs, n); }
console.log("recursive", repeat(200, i => recursive(4)), recursive(3, "a"));

// What was a number becomes something else in the middle: exits rebuild moved frames.
function mixed(...xs) { let s = xs[0]; for (let i = 1; i < xs.length; i++) s = s + xs[i]; return s; }
let log = [];
for (let i = 0; i < 600; i++) { const r = mixed(i === 450 ? "s" : i, 1, i === 550 ? null : 2); if (i % 150 === 0) log.push(r); }
console.log("mixed", log.join());

function small(a, b) { let s = 0; for (let i = 0; i < 4; i++) { if (a[i] === b) break; s += a[i]; } return s; }
console.log("small", repeat(500, i => small([1, 2, i, 4], 499)), small([1, 2], 5), small([1, 2, 3, 4], 3));
function nested() { let t = 0; for (let i = 0; i < 3; i++) for (let j = 3; j > i; j--) { if (j === 2) continue; t += i * 10 + j; } return t; }
console.log("nested", repeat(300, nested));
function counted() { let at = []; for (let i = 2; i >= -2; i -= 2) at.push(() => i); return at.map(f => f()).join(); }
console.log("closures", repeat(200, counted));
function largest(a) { let m; for (let i = 0; i < a.length; i++) if (m === undefined || a[i] > m) m = a[i]; return m; }
console.log("largest", repeat(300, i => largest([1.5, i, 2.5])), largest([]), largest(["b", "c", "a"]), largest([-0]) === 0);
function smallest(a) { let m = null, at = -1; for (let i = 0; i < a.length; i++) { if (m === null || a[i] < m) { m = a[i]; at = i; } } return at + ":" + m; }
console.log("smallest", repeat(300, i => smallest([3, i, 2.5])), smallest([]), smallest([1n, 0n]));

function kind(s) {
  switch (s) {
    case "add": return 1; case "sub": return 2; case "multiply": return 3; case "div": return 4;
    case "ä": return 5; case "€uro": return 6; case "": return 7; case "loooooooooooooong": return 8; default: return 0;
  }
}
const words = ["add", "sub", "multiply", "div", "ä", "€uro", "", "loooooooooooooong", "x", "ADD"];
let kinds = 0;
for (let i = 0; i < 3000; i++) {
  const word = words[i % words.length];
  // Interned, a slice, a rope: all the same to the switch.
  kinds = (kinds * 31 + kind(word) + kind(("-" + word).slice(1)) * 2 + kind(word.slice(0, 2) + word.slice(2)) * 3
      + kind(word + i)) % 1000003;
}
console.log("kinds", kinds, kind("lo" + "o".repeat(12) + "ng"), kind(String.fromCharCode(228)));
let odd = 0;
for (const w of [...words, 5, null, undefined, "add"]) odd = odd * 9 + kind(w);
console.log("odd", odd);

// Inner loops that OSR enters, and what they leave to the outer.
let total = 0;
for (let i = 0; i < 60; i++) { for (let j = 0; j < 200; j++) { if (j === 150 && i === 30) continue; total += i ^ j; } total -= i; }
console.log("osr", total);
// A patched iteration stops all that relied on it.
const original = Array.prototype[Symbol.iterator];
Array.prototype[Symbol.iterator] = function* () { yield 1; yield 2; yield 3; };
console.log("patched", forward(7, 8, 9), literal(5).join());
Array.prototype[Symbol.iterator] = original;
console.log("back", forward(7, 8, 9), literal(5).join());
