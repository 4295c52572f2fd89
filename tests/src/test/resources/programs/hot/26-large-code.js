// Functions so large that jumps need long displacements, frames with hundreds of slots, constants of every size.
function wide(n) {
  let v0 = 0, v1 = 1, v2 = 2, v3 = 3, v4 = 4, v5 = 5, v6 = 6, v7 = 7, v8 = 8, v9 = 9, v10 = 10, v11 = 11, v12 = 12, v13 = 13, v14 = 14, v15 = 15, v16 = 16, v17 = 17, v18 = 18, v19 = 19, v20 = 20, v21 = 21, v22 = 22, v23 = 23, v24 = 24, v25 = 25, v26 = 26, v27 = 27, v28 = 28, v29 = 29;
  for (let i = 0; i < n; i++) {
    if (i % 2 === 0) { v0 += 1; v1 ^= 2; v2 += v1; v3 = (v3 * 3) & 127; v4 -= 1; v5 += v4 & 3; v6 = v5 ^ v2; v7 += 0.5; v8 = v8 > 100 ? 0 : v8 + 3; v9 = (v9 << 1) & 255 | 1; v10 += v0 & 1; v11 = v10 - v9; v12 = (v12 + 128) & 1023; v13 = (v13 + 129) & 2047; v14 = v13 % 7; }
    else if (i % 3 === 0) { v15 += 1; v16 ^= 2147483647; v17 = (v17 + 65536) | 0; v18 = (v18 * 5) & 511; v19 = v18 - v17 & 255; v20 += v19; v21 = v20 / 2; v22 = v22 + -128 & 4095; v23 = v23 + -129 & 4095; v24 = (v24 + 2147483647) | 0; v25 = ~v25 & 15; v26 = -v26 | 0; v27 += v26 & 1; v28 = (v28 >>> 1) + i; v29 = v29 === i ? 0 : v29 + 1; }
    else { const t = v0; v0 = v29 & 255; v29 = t; v1 = v2 & 1023; v2 = v3 + v4 + v5 + v6 & 65535; v7 = v7 % 1000; v11 = v11 & 4095; v16 = v16 >> 1; v20 = v20 & 65535; v28 = v28 & 0xfffff; v24 = v24 >>> 3; v17 = v17 >> 2; }
  }
  return [v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15, v16, v17, v18, v19, v20, v21, v22, v23, v24, v25, v26, v27, v28, v29].join();
}
console.log(wide(10), wide(1500));
function constants(i) {
  let x = i;
  x = (x + 127) | 0; x = (x + 128) | 0; x = (x - 128) | 0; x = (x - 129) | 0; x = (x + 32767) | 0; x = (x + 65536) | 0; x = (x ^ 0x7fffffff) | 0; x = (x & 0xffffff) | 0; x = (x | 0x40000000) | 0; x = (x + -2147483648) | 0;
  const d = x * 1e-300 * 1e300 + 4294967296 - 4294967295 + 0.1 + 1e15 - 1e15;
  return x + d;
}
let c = 0;
for (let i = 0; i < 1500; i++) c += constants(i);
console.log(c);
function deepNest(a) { let r = 0; if (a > 0) { r += 1; if (a > 1) { r += 2; if (a > 2) { r += 4; if (a > 3) { r += 8; if (a > 4) { r += 16; if (a > 5) { r += 32; if (a > 6) { r += 64; if (a > 7) { r += 128; while (a > 8) { a--; r += 256; for (let k = 0; k < 2; k++) { r ^= k; switch (a) { case 9: r += 5; break; case 10: r += 6; case 11: r += 7; break; default: r -= 1; } } } } } } } } } } } return r; }
let dn = 0;
for (let i = 0; i < 1500; i++) dn += deepNest(i % 14);
console.log(dn);
const obj = {};
for (let i = 0; i < 60; i++) obj["prop" + i] = i;
function farFields(o) { o.prop59 += 1; o.prop31 = o.prop59 + o.prop0; o.prop0 = o.prop45 & 7; return o.prop31 + o.prop58; }
let ff = 0;
for (let i = 0; i < 1500; i++) ff += farFields(obj);
console.log(ff);
