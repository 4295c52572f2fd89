// Fourier transforms: recursive with complex objects, iterative on typed arrays, Bluestein for any length; convolution and big-number products.
class Complex {
  constructor(re, im = 0) { this.re = re; this.im = im; }
  static polar(r, t) { return new Complex(r * Math.cos(t), r * Math.sin(t)); }
  plus({ re, im }) { return new Complex(this.re + re, this.im + im); }
  minus({ re, im }) { return new Complex(this.re - re, this.im - im); }
  times({ re, im }) { return new Complex(this.re * re - this.im * im, this.re * im + this.im * re); }
  get conj() { return new Complex(this.re, -this.im); }
  get abs() { return Math.hypot(this.re, this.im); }
}
const fftRecursive = (xs) => {
  const n = xs.length;
  if (n === 1) return xs;
  const even = fftRecursive(xs.filter((_, i) => i % 2 === 0)), odd = fftRecursive(xs.filter((_, i) => i % 2));
  const out = new Array(n);
  for (let k = 0; k < n / 2; k++) {
    const t = Complex.polar(1, (-2 * Math.PI * k) / n).times(odd[k]);
    out[k] = even[k].plus(t);
    out[k + n / 2] = even[k].minus(t);
  }
  return out;
};
function fft(re, im, inverse = false) {
  const n = re.length;
  for (let i = 1, j = 0; i < n; i++) {
    let bit = n >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i < j) { [re[i], re[j]] = [re[j], re[i]]; [im[i], im[j]] = [im[j], im[i]]; }
  }
  for (let size = 2; size <= n; size <<= 1) {
    const half = size >> 1, step = ((inverse ? 2 : -2) * Math.PI) / size;
    for (let start = 0; start < n; start += size) for (let k = 0; k < half; k++) {
      const c = Math.cos(step * k), s = Math.sin(step * k), p = start + k, q = p + half;
      const tr = re[q] * c - im[q] * s, ti = re[q] * s + im[q] * c;
      re[q] = re[p] - tr; im[q] = im[p] - ti;
      re[p] += tr; im[p] += ti;
    }
  }
  if (inverse) for (let i = 0; i < n; i++) { re[i] /= n; im[i] /= n; }
}
function bluestein(re, im) {
  const n = re.length;
  let m = 1;
  while (m < 2 * n + 1) m *= 2;
  const c = Float64Array.from({ length: n }, (_, i) => Math.cos((Math.PI * ((i * i) % (2 * n))) / n)), s = Float64Array.from({ length: n }, (_, i) => Math.sin((Math.PI * ((i * i) % (2 * n))) / n));
  const ar = new Float64Array(m), ai = new Float64Array(m), br = new Float64Array(m), bi = new Float64Array(m);
  for (let i = 0; i < n; i++) { ar[i] = re[i] * c[i] + im[i] * s[i]; ai[i] = -re[i] * s[i] + im[i] * c[i]; }
  br[0] = c[0]; bi[0] = s[0];
  for (let i = 1; i < n; i++) { br[i] = br[m - i] = c[i]; bi[i] = bi[m - i] = s[i]; }
  fft(ar, ai); fft(br, bi);
  for (let i = 0; i < m; i++) { const r = ar[i] * br[i] - ai[i] * bi[i]; ai[i] = ar[i] * bi[i] + ai[i] * br[i]; ar[i] = r; }
  fft(ar, ai, true);
  return Array.from({ length: n }, (_, i) => new Complex(ar[i] * c[i] + ai[i] * s[i], -ar[i] * s[i] + ai[i] * c[i]));
}
const naive = (xs) => xs.map((_, k) => xs.reduce((sum, x, j) => sum.plus(x.times(Complex.polar(1, (-2 * Math.PI * k * j) / xs.length))), new Complex(0)));
const signal = Array.from({ length: 64 }, (_, i) => new Complex(Math.sin((2 * Math.PI * 5 * i) / 64) + 0.5 * Math.cos((2 * Math.PI * 12 * i) / 64)));
const spectrum = fftRecursive(signal);
console.log(spectrum.map((c, i) => [i, c.abs]).filter(([, a]) => a > 1).map(([i, a]) => `${i}:${a.toFixed(3)}`).join(' '));
const re = Float64Array.from(signal, (c) => c.re), im = new Float64Array(64);
fft(re, im);
const close = (a, b) => a.every((v, i) => Math.abs(v.re - b[i].re) < 1e-9 && Math.abs(v.im - b[i].im) < 1e-9);
console.log(close(spectrum, Array.from(re, (r, i) => new Complex(r, im[i]))), close(spectrum, naive(signal)));
fft(re, im, true);
console.log(re.every((v, i) => Math.abs(v - signal[i].re) < 1e-12), im.every((v) => Math.abs(v) < 1e-12));
for (const n of [1, 3, 7, 12, 50]) {
  const xs = Array.from({ length: n }, (_, i) => new Complex(((i * 37) % 11) - 5, (i * i) % 3));
  console.log(n, close(bluestein(xs.map((x) => x.re), xs.map((x) => x.im)), naive(xs)));
}
function multiply(a, b) {
  let n = 1;
  while (n < a.length + b.length) n *= 2;
  const load = (s) => { const r = new Float64Array(n); for (let i = 0; i < s.length; i++) r[i] = s.charCodeAt(s.length - 1 - i) - 48; return r; };
  const ar = load(a), ai = new Float64Array(n), br = load(b), bi = new Float64Array(n);
  fft(ar, ai); fft(br, bi);
  for (let i = 0; i < n; i++) { const r = ar[i] * br[i] - ai[i] * bi[i]; ai[i] = ar[i] * bi[i] + ai[i] * br[i]; ar[i] = r; }
  fft(ar, ai, true);
  let carry = 0, out = '';
  for (let i = 0; i < n; i++) { const d = Math.round(ar[i]) + carry; out = (d % 10) + out; carry = Math.floor(d / 10); }
  return out.replace(/^0+(?=\d)/, '');
}
console.log(multiply('123456789', '987654321'), multiply('0', '99'), multiply('9'.repeat(100), '9'.repeat(100)) === String((10n ** 100n - 1n) ** 2n));
const a = (3n ** 300n).toString(), b = (7n ** 250n).toString();
console.log(multiply(a, b) === (3n ** 300n * 7n ** 250n).toString(), multiply(a, b).length);
