// Several views of one buffer: byte order, float bits, packing of fields, overlapping copies.
const buf = new ArrayBuffer(32), u8 = new Uint8Array(buf), u32 = new Uint32Array(buf), f64 = new Float64Array(buf), i16 = new Int16Array(buf, 2, 3);
u32[0] = 0x12345678;
console.log([...u8.subarray(0, 4)].map((b) => b.toString(16)).join(), i16[0].toString(16));
const bits = (x) => { f64[1] = x; return u32[3].toString(16).padStart(8, "0") + u32[2].toString(16).padStart(8, "0"); };
console.log([1, -2, 0.1, Infinity, -0, 5e-324, 2 ** 53].map(bits).join(" "));
const pack = (r, g, b) => ((r & 31) << 11) | ((g & 63) << 5) | (b & 31), unpack = (p) => [(p >> 11) & 31, (p >> 5) & 63, p & 31];
const px = new Uint16Array(200);
for (let i = 0; i < 200; i++) px[i] = pack(i, i * 2, i * 3);
let sum = 0;
for (let k = 0; k < 8; k++) for (let i = 0; i < 200; i++) { const [r, g, b] = unpack(px[i]); sum += r * 3 + g * 2 + b; }
console.log(sum, px[199]);
u8.set([1, 2, 3, 4, 5, 6, 7, 8]);
u8.copyWithin(2, 0, 6);
console.log(u8.slice(0, 10).join());
u8.set(u8.subarray(0, 5), 3);
console.log(u8.slice(0, 10).join());
const inverse = (x) => { const f = new Float32Array(1), i = new Int32Array(f.buffer); f[0] = x; i[0] = 0x5f3759df - (i[0] >> 1); let y = f[0]; for (let k = 0; k < 3; k++) y = y * (1.5 - 0.5 * x * y * y); return y; };
console.log([1, 2, 4, 100].map((x) => inverse(x).toFixed(6)).join());
let c = 0;
for (let i = 0; i < 600; i++) { f64[i & 3] = i * 1.1; c ^= u32[(i & 3) * 2 + 1]; }
console.log(c >>> 0);
