// Values that stay alive over many exits, and dead ones that must not come back.
function many(n, odd) {
  let a = 1, b = 2, c = 3, d = 4, e = 5, f = 6, g = 7, h = 8, k = 9, l = 10, m = "s", o = { v: 1 }, p = [1], q = 0.5, r = null, t = undefined, u = true;
  for (let i = 0; i < n; i++) {
    a = (a + b) & 1023; b = (b ^ c) + 1; c = (c + d) & 511; d = e - f; e = (f * 3) & 255; f = (g + h) & 127; g = k ^ l; h = (a + i) & 63; k = (k + 1) & 31; l = h + d;
    if (i % 50 === 0) { m = m.length > 20 ? "m" : m + i; o = { v: o.v + 1 }; p = [p.length, i]; q = q * 1.5 % 10; }
    if (i === odd) { r = a; t = "late"; u = !u; a = "str"; a = a.length; }
  }
  return [a, b, c, d, e, f, g, h, k, l, m, o.v, p.join("."), q.toFixed(6), r, t, u].join();
}
console.log(many(10, -1));
console.log(many(2000, -1));
console.log(many(2000, 1500));
function deadAfter(n) { let big = [1, 2, 3]; let s = 0; for (let i = 0; i < n; i++) { if (i === 0) { s += big.length; big = null; } s += i; } return s; }
console.log(deadAfter(3), deadAfter(2500));
function conditionalInit(n) { let x; let s = ""; for (let i = 0; i < n; i++) { if (i % 500 === 250) x = i; if (x !== undefined && i % 500 === 499) { s += x + ";"; x = undefined; } } return s; }
console.log(conditionalInit(3000));
function reuse(n) { let t = 0; for (let i = 0; i < n; i++) { { let x = i * 2; t += x; } { let x = "a" + i; t += x.length; } { let x = i / 2; t -= x; } } return t; }
console.log(reuse(2000));
function params(a, b, c) { for (let i = 0; i < 1500; i++) { const t = a; a = b; b = c; c = t; if (i === 1400 && typeof a === "string") c += "!"; } return [a, b, c].join(); }
console.log(params(1, 2, 3), params("x", "y", "z"), params(0.5, {}, null));
function late(n) { let r = []; for (let i = 0; i < n; i++) { var once; if (i === 1200) once = { i }; if (i > 1200 && i % 400 === 0) r.push(once.i, i); } return r.join(); }
console.log(late(2500));
