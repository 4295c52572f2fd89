// Hot functions whose strings become numbers and back: concatenation, comparison, keys, lengths, characters.
function join(a, b) { return a + "," + b; }
let s = "";
for (let i = 0; i < 1500; i++) s = join(i % 3 === 0 ? i : i % 3 === 1 ? "s" : i / 2, s.length > 12 ? s.slice(0, 5) : s);
console.log(s);
function cmp(a, b) { return a < b ? -1 : a > b ? 1 : a === b ? 0 : 2; }
const vs = [1, "1", "a", 2.5, "b", null, "10", 10, undefined];
let c = "";
for (let i = 0; i < 900; i++) c = cmp(vs[i % 9], vs[(i * 4 + 1) % 9]) + c.slice(0, 17);
console.log(c);
function size(x) { return x.length; }
let n = 0;
for (let i = 0; i < 1500; i++) n += size(i < 500 ? "abc" : i < 1000 ? [1, 2] : i % 2 ? { length: 0.5 } : "é日");
console.log(n);
function at(x, i) { return x[i]; }
let t = "";
for (let i = 0; i < 1500; i++) t = at(i % 4 === 0 ? "hello" : i % 4 === 1 ? ["h", "i"] : i % 4 === 2 ? { 0: "o" } : new String("w"), i % 3) + t.slice(0, 20);
console.log(t);
function code(x, i) { return x.charCodeAt(i) | 0; }
let q = 0;
for (let i = 0; i < 1500; i++) q += code(i % 2 ? "plain" : "ünïcödé" + i, i % 9);
console.log(q, code("", 0), code("x", -1), code("x", 1.9), code("xy", "1"));
let eq = 0;
for (let i = 0; i < 1200; i++) { const k = "key" + (i % 7); if (k === "key3") eq++; if (k == "key" + 3) eq += 10; if ("key3" !== k) eq += 100; if (k === i % 7) eq += 1e6; }
console.log(eq);
let num = 0;
for (let i = 0; i < 1200; i++) { const v = i % 3 === 0 ? String(i) : i; num += v * 1 + +v - -v; num = v > 600 ? num - v : num; }
console.log(num);
