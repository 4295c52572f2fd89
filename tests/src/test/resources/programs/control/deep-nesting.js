// Deeply nested expressions, blocks, functions and calls.
const f = (x) => x + 1;
console.log(f(f(f(f(f(f(f(f(f(f(f(f(f(f(f(f(0)))))))))))))))));
console.log(((((((((((1 + 2) * 3) - 4) / 5) % 6) ** 2) | 7) & 8) ^ 9) << 1));
console.log([[[[[[[[[[1]]]]]]]]]].flat(10)[0], { a: { b: { c: { d: { e: { f: { g: 7 } } } } } } }.a.b.c.d.e.f.g);
{ { { { { { let deep = 1; { { { { deep++; console.log(deep); } } } } } } } } } }
const nest = () => () => () => () => () => () => "bottom";
console.log(nest()()()()()());
let r = "";
for (let a = 0; a < 2; a++) for (let b = 0; b < 2; b++) for (let c = 0; c < 2; c++) for (let d = 0; d < 2; d++) for (let e = 0; e < 2; e++) if (a) if (b) if (c) if (d) if (e) r += "all"; else r += "e0"; else r += "d0"; else r += "c0"; else r += "b"; else r += "";
console.log(r.length, r.slice(0, 20));
const t = (n) => (n > 9 ? "ten" : n > 8 ? "nine" : n > 7 ? "eight" : n > 6 ? "seven" : n > 5 ? "six" : n > 4 ? "five" : n > 3 ? "four" : "few");
console.log([10, 9, 8, 7, 6, 5, 4, 3].map(t).join());
console.log(1 + 2 + 3 + 4 + 5 + 6 + 7 + 8 + 9 + 10 + 11 + 12 + 13 + 14 + 15 + 16 + "x" + 17 + 18);
console.log((() => { try { try { try { throw 1; } finally { r = "f1"; } } catch (e) { throw e + 1; } } catch (e) { try { throw e + 1; } catch (g) { return g + r; } } })());
console.log(((a) => ((b) => ((c) => ((d) => a + b + c + d)(4))(3))(2))(1));
let longChain = 0;
if (longChain === 1) r = 1; else if (longChain === 2) r = 2; else if (longChain === 3) r = 3; else if (longChain === 4) r = 4; else if (longChain === 5) r = 5; else r = "else";
console.log(r);
const many = (a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, s, u, v) => [a, j, v].join();
console.log(many(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20), many.length);
