// Shift counts are taken modulo 32, and >>> gives an unsigned result.
console.log(1 << 31, 1 << 32, 1 << 33, 1 << -1, 1 << 0.9, 1 << "3", 1 << NaN, 5 << 29);
console.log(-1 >> 31, -1 >> 32, -8 >> 1, -8 >> 33, 2147483647 >> 30, 4294967295 >> 1);
console.log(-1 >>> 0, -1 >>> 31, -1 >>> 32, -8 >>> 1, -8 >>> 33, 1 >>> -1, 2 ** 32 >>> 0, 2 ** 31 >>> 0);
let counts = "";
for (let s = -2; s <= 34; s++) {
  counts += (-123456789 >> s) + "," + (-123456789 >>> s) + "," + (123456789 << s) + ";";
}
console.log(counts);
console.log((-1 >>> 0) + 1, (-1 >>> 0) * 2, -(-1 >>> 0), (-1 >>> 0) % 10, (-5 >>> 0) / 2);
console.log((-1 >>> 0) === 4294967295, (-1 >>> 0) > 0, (-1 >>> 0) < -1, (-1 >>> 0) | 0);
let u = -1;
u >>>= 28;
let v = 7;
v <<= 30;
let w = -7;
w >>= 1;
console.log(u, v, w);
console.log(1e10 << 0, 1e10 >> 0, 1e10 >>> 0, 1e21 | 0, -1e21 | 0, 2 ** 53 | 0, (2 ** 53 + 2) | 0, 1.9e9 << 1);
console.log(Infinity | 0, -Infinity >>> 0, NaN << 3, undefined | 0, null | 1, true << 4, "0x10" >> 1, [] | 0, [9] | 0);
