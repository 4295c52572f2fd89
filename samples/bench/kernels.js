// Typed arrays and bits: CRC, a blur, a histogram, SHA-like mixing, base64, a Fourier transform.

const TABLE = new Uint32Array(256);
for (let n = 0; n < 256; n++) {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  TABLE[n] = c >>> 0;
}
const bytes = new Uint8Array(4096);
for (let i = 0; i < bytes.length; i++) bytes[i] = (i * 73 + (i >> 3)) & 255;

function crc(data) {
  let c = -1;
  for (let i = 0; i < data.length; i++) c = TABLE[(c ^ data[i]) & 255] ^ (c >>> 8);
  return (c ^ -1) >>> 0;
}
function blur(data, width) {
  const out = new Uint8ClampedArray(data.length);
  for (let i = width + 1; i < data.length - width - 1; i++) {
    out[i] = (data[i - width] + data[i - 1] + 4 * data[i] + data[i + 1] + data[i + width]) / 8;
  }
  return out;
}
function histogram(data) {
  const counts = new Uint16Array(256);
  for (let i = 0; i < data.length; i++) counts[data[i]]++;
  let peak = 0;
  for (let i = 0; i < 256; i++) if (counts[i] > counts[peak]) peak = i;
  return peak;
}
function mix(data) {
  let a = 0x67452301, b = 0xefcdab89 | 0, c = 0x98badcfe | 0, d = 0x10325476;
  for (let i = 0; i < data.length; i += 4) {
    const w = data[i] | (data[i + 1] << 8) | (data[i + 2] << 16) | (data[i + 3] << 24);
    const f = (b & c) | (~b & d);
    const t = (a + f + w + 0x5a827999) | 0;
    a = d;
    d = c;
    c = (b << 30) | (b >>> 2);
    b = (b + ((t << 7) | (t >>> 25))) | 0;
  }
  return (a ^ b ^ c ^ d) >>> 0;
}
function fourier(re, im) {
  const n = re.length;
  for (let i = 1, j = 0; i < n; i++) {
    let bit = n >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i < j) {
      const r = re[i]; re[i] = re[j]; re[j] = r;
      const m = im[i]; im[i] = im[j]; im[j] = m;
    }
  }
  for (let size = 2; size <= n; size <<= 1) {
    const angle = (-2 * Math.PI) / size;
    for (let start = 0; start < n; start += size) {
      for (let k = 0; k < size / 2; k++) {
        const wr = Math.cos(angle * k), wi = Math.sin(angle * k);
        const p = start + k, q = p + size / 2;
        const xr = re[q] * wr - im[q] * wi, xi = re[q] * wi + im[q] * wr;
        re[q] = re[p] - xr; im[q] = im[p] - xi;
        re[p] += xr; im[p] += xi;
      }
    }
  }
}

function work() {
  const re = new Float64Array(256), im = new Float64Array(256);
  for (let i = 0; i < 256; i++) re[i] = bytes[i];
  fourier(re, im);
  return crc(bytes) + histogram(blur(bytes, 64)) + mix(bytes) + Math.round(re[1]) + Math.round(im[3]);
}

const EXPECTED = 6342236171;
const times = [];
const begun = performance.now();
for (let round = 0; round < 30 || (round < 100000 && performance.now() - begun < 3000); round++) {
  const start = performance.now();
  const result = work();
  times.push(performance.now() - start);
  if (result !== EXPECTED) {
    throw new Error("round " + round + ": expected " + EXPECTED + ", got " + result);
  }
}
console.log("kernels", EXPECTED);
console.log("#times", times.map((t) => t.toFixed(3)).join(" "));
