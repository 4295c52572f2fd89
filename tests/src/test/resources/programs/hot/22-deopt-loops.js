// Types that alternate for ever: the engine must stop guessing, and stack overflow must be caught from hot code.
function add(a, b) { return a + b; }
const values = [1, 0.5, "s", null, true, undefined, { valueOf: () => 2 }, [3], 2147483647, -0, NaN, ""];
let n = 0, text = 0;
for (let i = 0; i < 6000; i++) { const r = add(values[i % 12], values[(i * 7 + 3) % 12]); if (typeof r === "number") n += r === r ? r % 1000 : 1; else text += r.length; }
console.log(n, text);
const shapes = [];
for (let i = 0; i < 30; i++) { const o = {}; for (let j = 0; j < i; j++) o["f" + j] = j; o.v = i; shapes.push(o); }
function read(o) { return o.v; }
function bump(o) { o.v += 1; return o; }
let s = 0;
for (let i = 0; i < 4000; i++) s += read(bump(shapes[(i * 11) % 30]));
console.log(s);
const fns = [];
for (let i = 0; i < 25; i++) fns.push(i % 2 ? (x) => x + i : function (x) { return x - i; });
let c = 0;
for (let i = 0; i < 4000; i++) c += fns[(i * 7) % 25](i);
console.log(c);
let depth = 0;
function down(x) { depth++; return down(x + 1) + 1; }
let caught = 0;
for (let i = 0; i < 5; i++) { try { down(i % 2 ? 0 : 0.5); } catch (e) { caught += e instanceof RangeError ? 1 : 100; } }
console.log(caught, depth > 1000);
function flip(i) { return i % 2 ? i : i + 0.5; }
let f = 0;
for (let i = 0; i < 5000; i++) f += flip(i) | 0;
console.log(f);
let arrKind = 0;
for (let i = 0; i < 1500; i++) { const a = i % 4 === 0 ? [1, 2] : i % 4 === 1 ? [0.5, 2] : i % 4 === 2 ? ["a", 2] : [, 2]; arrKind += a[1]; a[0] = i; arrKind += a[0]; }
console.log(arrKind);
function valueOfThrows(i) { const o = { valueOf() { if (i % 100 === 7) throw new TypeError("v"); return i; } }; try { return o + 1; } catch (e) { return add("", e.name).length; } }
let v = 0;
for (let i = 0; i < 1500; i++) v += valueOfThrows(i);
console.log(v);
