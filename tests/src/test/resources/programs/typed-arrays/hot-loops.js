// Typed arrays in hot loops: sums, blur, histogram, several kinds through one function.
function sum(a) { let s = 0; for (let i = 0; i < a.length; i++) s += a[i]; return s; }
const kinds = [Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array, Float32Array, Float64Array];
for (const T of kinds) { const a = new T(300); for (let i = 0; i < 300; i++) a[i] = i * 1.5 - 100; let s = 0; for (let r = 0; r < 5; r++) s += sum(a); console.log(T.name, s); }
console.log(sum([1, 2, 3]), sum([0.5]), sum(new Uint32Array([4294967295, 1])));
function blur(src, w, h) { const out = new Uint8ClampedArray(w * h); for (let y = 1; y < h - 1; y++) for (let x = 1; x < w - 1; x++) { let s = 0; for (let dy = -1; dy <= 1; dy++) for (let dx = -1; dx <= 1; dx++) s += src[(y + dy) * w + x + dx]; out[y * w + x] = s / 9; } return out; }
let img = new Uint8ClampedArray(20 * 20).map((_, i) => (i * 37) % 256);
for (let r = 0; r < 4; r++) img = blur(img, 20, 20);
console.log(sum(img), img[210]);
const hist = new Uint32Array(16);
for (let i = 0; i < 4000; i++) hist[(i * i) & 15]++;
console.log(hist.join());
function fib(n) { const f = new Int32Array(n); f[0] = f[1] = 1; for (let i = 2; i < n; i++) f[i] = f[i - 1] + f[i - 2]; return f[n - 1]; }
console.log(fib(40), fib(60));
function crc(bytes) { let c = -1; for (let i = 0; i < bytes.length; i++) { c ^= bytes[i]; for (let k = 0; k < 8; k++) c = (c >>> 1) ^ (0xedb88320 & -(c & 1)); } return (c ^ -1) >>> 0; }
console.log(crc(new Uint8Array([49, 50, 51, 52, 53, 54, 55, 56, 57])), crc(Uint8Array.from({ length: 300 }, (_, i) => i)));
const f32 = new Float32Array(4);
function single(n) { f32[0] = 0; for (let i = 0; i < n; i++) { f32[0] += 0.1; f32[1] = f32[0] * f32[0]; } return f32[0] + "/" + f32[1]; }
console.log(single(1500));
function swap(a, i, j) { const t = a[i]; a[i] = a[j]; a[j] = t; }
const u = new Uint32Array([1, 4294967295, 3]);
for (let i = 0; i < 2000; i++) swap(u, i % 3, (i + 1) % 3);
console.log(u.join());
function oob(a, n) { let c = 0; for (let i = -2; i < n; i++) { a[i] = i; if (a[i] === undefined) c++; } return c; }
console.log(oob(new Int16Array(5), 10), oob(new Float64Array(1000), 1500));
