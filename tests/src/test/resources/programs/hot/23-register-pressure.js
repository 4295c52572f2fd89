// Many values live at once, ints and doubles mixed, exits in the middle, swaps in cycles.
function pressure(n, p) {
  let a = 1, b = 2, c = 3, d = 4, e = 5, f = 6, g = 7, h = 8, i1 = 9, j = 10, k = 11, l = 12, m = 13, o = 14, q = 15, r = 16, s = 17, t = 18;
  let da = 0.1, db = 0.2, dc = 0.3, dd = 0.4, de = 0.5, df = 0.6, dg = 0.7, dh = 0.8, di = 0.9, dj = 1.1, dk = 1.2, dl = 1.3, dm = 1.4, dn = 1.5, dq = 1.6, dr = 1.7, ds = 1.8, dt = 1.9;
  for (let i = 0; i < n; i++) {
    const x = a; a = b; b = c; c = d; d = e; e = f; f = g; g = h; h = i1; i1 = j; j = k; k = l; l = m; m = o; o = q; q = r; r = s; s = t; t = (x + i) & 0xffff;
    const y = da; da = db; db = dc; dc = dd; dd = de; de = df; df = dg; dg = dh; dh = di; di = dj; dj = dk; dk = dl; dl = dm; dm = dn; dn = dq; dq = dr; dr = ds; ds = dt; dt = y * 0.5 + a;
    if (i === p) a = a + "";
  }
  const ints = [a, b, c, d, e, f, g, h, i1, j, k, l, m, o, q, r, s, t].join();
  return ints + "|" + (da + db + dc + dd + de + df + dg + dh + di + dj + dk + dl + dm + dn + dq + dr + ds + dt);
}
console.log(pressure(5, -1));
console.log(pressure(2000, -1));
console.log(pressure(2000, 1990));
function cycle(a, b, c, d, n) { for (let i = 0; i < n; i++) { [a, b, c, d] = [d, a, b, c]; if (i % 3 === 0) [a, c] = [c, a]; } return [a, b, c, d].join(); }
console.log(cycle(1, 2, 3, 4, 2000), cycle(0.5, "b", null, 4, 1501));
function bigExpr(a, b, c, d) { return ((a + b) * (c - d) + (a - c) * (b + d)) / (1 + ((a * b) & 7)) + (((a ^ b) + (c | d)) * ((a & c) - (b >> 1)) + ((a << 2) - (d >>> 1))) * 0.5 - (((a + 1) * (b + 2) * (c + 3)) % 1000) + (a > b ? c > d ? a : b : c) * (b < d ? 1 : -1); }
let s = 0;
for (let i = 0; i < 2500; i++) s += bigExpr(i, i + 1, 2 * i, 3);
console.log(s, bigExpr(0.5, 1.5, -2, 3), bigExpr("1", "2", "3", "4"));
function callsBetween(n) { let a = 1, b = 0.5, c = "c", d = [1]; for (let i = 0; i < n; i++) { a = ident(a) + 1; b = ident(b) * 1.0001; c = ident(c); d = ident(d); if (i % 999 === 0) c += ident(i); } return [a, b.toFixed(8), c, d[0]].join(); }
function ident(x) { return x; }
console.log(callsBetween(2000));
function manyArgs(a, b, c, d, e, f, g, h, i, j, k, l) { return a - b + c - d + e - f + g - h + i - j + k - l; }
let m = 0;
for (let i = 0; i < 2000; i++) m += manyArgs(i, 0.5, i + 2, 3, i, 5, 6.25, i, 8, 9, 10, i & 3);
console.log(m, manyArgs(1, 2, 3), manyArgs("12", ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]));
