// Population counts, reversals, Gray codes, xorshift, parity, rotations.
const pop = (x) => { let n = 0; for (; x; x &= x - 1) n++; return n; };
const pop2 = (x) => { x -= (x >>> 1) & 0x55555555; x = (x & 0x33333333) + ((x >>> 2) & 0x33333333); x = (x + (x >>> 4)) & 0x0f0f0f0f; return Math.imul(x, 0x01010101) >>> 24; };
const rev = (x) => { let r = 0; for (let i = 0; i < 32; i++) { r = (r << 1) | (x & 1); x >>>= 1; } return r >>> 0; };
const rotl = (x, n) => ((x << n) | (x >>> (32 - n))) >>> 0;
const clz = (x) => { let n = 0; for (let m = 0x80000000; m && !(x & m); m >>>= 1) n++; return n; };
let agree = 0, x = 12345, sum = 0;
for (let i = 0; i < 600; i++) { x ^= x << 13; x ^= x >>> 17; x ^= x << 5; if (pop(x) === pop2(x)) agree++; if (clz(x) === Math.clz32(x)) agree++; if (rev(rev(x)) === x >>> 0) agree++; sum = (sum + rotl(x, i & 31)) >>> 0; }
console.log(agree, sum, x, x >>> 0);
console.log([0, 1, 2, 3, 4, 5, 6, 7].map((i) => (i ^ (i >> 1)).toString(2).padStart(3, "0")).join());
console.log(pop(-1), pop2(-1), rev(1), rotl(0x80000001, 1), clz(0), clz(-1), ~~-1.9, -1 >>> 0, 1 << 31, (1 << 31) >>> 0, 5 & -5, 12 & -12);
let swap1 = 5, swap2 = 9;
swap1 ^= swap2; swap2 ^= swap1; swap1 ^= swap2;
console.log(swap1, swap2, (7 & 1) === 1, (0xf0 | 0x0f).toString(16), (0xff ^ 0x0f).toString(16), (~0xff).toString(16), (0xdeadbeef | 0).toString(16), (0xdeadbeef >>> 0).toString(16));
const flags = { A: 1, B: 2, C: 4 };
let f = 0;
f |= flags.A; f |= flags.C; f &= ~flags.A; f ^= flags.B;
console.log(f, !!(f & flags.C), Object.keys(flags).filter((k) => f & flags[k]).join("|"));
