// A heat plate, a particle system in structure-of-arrays form, and a pseudo random generator over typed arrays.
const N = 24;
let t = new Float64Array(N * N), next = new Float64Array(N * N);
for (let i = 0; i < N; i++) { t[i] = 100; next[i] = 100; }
for (let s = 0; s < 25; s++) { for (let y = 1; y < N - 1; y++) for (let x = 1; x < N - 1; x++) { const k = y * N + x; next[k] = 0.25 * (t[k - 1] + t[k + 1] + t[k - N] + t[k + N]); } [t, next] = [next, t]; }
console.log(t[N + 12].toFixed(6), t[5 * N + 12].toFixed(6), t.reduce((a, b) => a + b).toFixed(4));
const M = 60, px = new Float32Array(M), vx = new Float32Array(M), hits = new Uint8Array(M);
for (let i = 0; i < M; i++) { px[i] = i / 3; vx[i] = (i % 7) - 3.3; }
for (let s = 0; s < 60; s++) for (let i = 0; i < M; i++) { px[i] += vx[i] * 0.1; if (px[i] < 0 || px[i] > 20) { vx[i] = -vx[i]; hits[i] += 50; } }
console.log(px.slice(0, 4).join(), hits.join(""), Math.fround(px.reduce((a, b) => a + b)));
class Xorshift { constructor(seed) { this.s = new Uint32Array([seed, seed ^ 0x9e3779b9, 362436069, 521288629]); } next() { const s = this.s; let t = s[3]; const w = s[0]; s[3] = s[2]; s[2] = s[1]; s[1] = w; t ^= t << 11; t ^= t >>> 8; s[0] = t ^ w ^ (w >>> 19); return s[0]; } }
const r = new Xorshift(2026);
const hist = new Int16Array(10);
for (let i = 0; i < 1500; i++) hist[r.next() % 10]++;
console.log(hist.join(), r.next());
const mat = (a, b, n) => { const c = new Float64Array(n * n); for (let i = 0; i < n; i++) for (let k = 0; k < n; k++) { const x = a[i * n + k]; for (let j = 0; j < n; j++) c[i * n + j] += x * b[k * n + j]; } return c; };
let m = Float64Array.from({ length: 64 }, (_, i) => ((i * 7) % 11) / 11);
for (let i = 0; i < 4; i++) m = mat(m, m, 8).map((x) => x % 1);
console.log(m.slice(0, 3).map((x) => Math.round(x * 1e6)).join());
