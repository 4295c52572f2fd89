// Digests in int32 arithmetic and typed arrays: CRC-32, Adler-32, FNV, MurmurHash3, MD5, SHA-1, SHA-256, HMAC; hex and Base64.
'use strict';
const utf8 = (s) => new TextEncoder().encode(s);
const hex = (bytes) => Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');
const crcTable = Uint32Array.from({ length: 256 }, (_, n) => { for (let k = 0; k < 8; k++) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1; return n; });
function crc32(bytes) { let c = ~0; for (const b of bytes) c = crcTable[(c ^ b) & 255] ^ (c >>> 8); return ~c >>> 0; }
function adler32(bytes) { let a = 1, b = 0; for (let i = 0; i < bytes.length; i++) { a = (a + bytes[i]) % 65521; b = (b + a) % 65521; } return ((b << 16) | a) >>> 0; }
function fnv1a(bytes) { return bytes.reduce((h, b) => Math.imul(h ^ b, 0x01000193), 0x811c9dc5 | 0) >>> 0; }
function murmur3(bytes, seed = 0) {
  const c1 = 0xcc9e2d51, c2 = 0x1b873593, view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length), rotl = (x, r) => (x << r) | (x >>> (32 - r));
  let h = seed, i = 0;
  for (; i + 4 <= bytes.length; i += 4) {
    const k = Math.imul(rotl(Math.imul(view.getInt32(i, true), c1), 15), c2);
    h = (Math.imul(rotl(h ^ k, 13), 5) + 0xe6546b64) | 0;
  }
  let tail = 0;
  switch (bytes.length & 3) {
    case 3: tail ^= bytes[i + 2] << 16; // falls through
    case 2: tail ^= bytes[i + 1] << 8; // falls through
    case 1: tail ^= bytes[i]; h ^= Math.imul(rotl(Math.imul(tail, c1), 15), c2);
  }
  h ^= bytes.length;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
function padded(bytes, little) {
  const length = ((bytes.length + 8) >>> 6) * 64 + 64, out = new Uint8Array(length), view = new DataView(out.buffer);
  out.set(bytes);
  out[bytes.length] = 0x80;
  view.setUint32(length - (little ? 8 : 4), bytes.length << 3, little);
  view.setUint32(length - (little ? 4 : 8), bytes.length >>> 29, little);
  return view;
}
const md5K = Int32Array.from({ length: 64 }, (_, i) => Math.floor(Math.abs(Math.sin(i + 1)) * 2 ** 32));
const md5S = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];
function md5(bytes) {
  const view = padded(bytes, true);
  let [a0, b0, c0, d0] = [0x67452301, 0xefcdab89 | 0, 0x98badcfe | 0, 0x10325476];
  for (let at = 0; at < view.byteLength; at += 64) {
    let a = a0, b = b0, c = c0, d = d0;
    for (let i = 0; i < 64; i++) {
      let f, g;
      if (i < 16) { f = (b & c) | (~b & d); g = i; } else if (i < 32) { f = (d & b) | (~d & c); g = (5 * i + 1) & 15; } else if (i < 48) { f = b ^ c ^ d; g = (3 * i + 5) & 15; } else { f = c ^ (b | ~d); g = (7 * i) & 15; }
      f = (f + a + md5K[i] + view.getInt32(at + 4 * g, true)) | 0;
      const r = md5S[(i >> 4) * 4 + (i & 3)];
      a = d; d = c; c = b; b = (b + ((f << r) | (f >>> (32 - r)))) | 0;
    }
    a0 = (a0 + a) | 0; b0 = (b0 + b) | 0; c0 = (c0 + c) | 0; d0 = (d0 + d) | 0;
  }
  return new Uint8Array(Int32Array.of(a0, b0, c0, d0).buffer);
}
function bigEndian(words) { const out = new DataView(new ArrayBuffer(words.length * 4)); words.forEach((w, i) => out.setInt32(i * 4, w)); return new Uint8Array(out.buffer); }
function sha1(bytes) {
  const view = padded(bytes, false), h = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0], w = new Int32Array(80), rol = (x, n) => (x << n) | (x >>> (32 - n));
  for (let at = 0; at < view.byteLength; at += 64) {
    for (let i = 0; i < 80; i++) w[i] = i < 16 ? view.getInt32(at + i * 4) : rol(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
    let [a, b, c, d, e] = h;
    for (let i = 0; i < 80; i++) {
      const [f, k] = i < 20 ? [(b & c) | (~b & d), 0x5a827999] : i < 40 ? [b ^ c ^ d, 0x6ed9eba1] : i < 60 ? [(b & c) | (b & d) | (c & d), 0x8f1bbcdc] : [b ^ c ^ d, 0xca62c1d6];
      const t = (rol(a, 5) + f + e + k + w[i]) | 0;
      e = d; d = c; c = rol(b, 30); b = a; a = t;
    }
    [a, b, c, d, e].forEach((v, i) => { h[i] = (h[i] + v) | 0; });
  }
  return bigEndian(h);
}
const primes = []; for (let n = 2; primes.length < 64; n++) if (primes.every((p) => n % p)) primes.push(n);
const fraction = (x) => ((x - Math.floor(x)) * 2 ** 32) | 0;
const shaK = Int32Array.from(primes, (p) => fraction(Math.cbrt(p)));
function sha256(bytes) {
  const view = padded(bytes, false), h = Int32Array.from(primes.slice(0, 8), (p) => fraction(Math.sqrt(p))), w = new Int32Array(64), ror = (x, n) => (x >>> n) | (x << (32 - n));
  for (let at = 0; at < view.byteLength; at += 64) {
    for (let i = 0; i < 16; i++) w[i] = view.getInt32(at + i * 4);
    for (let i = 16; i < 64; i++) {
      const x = w[i - 15], y = w[i - 2];
      w[i] = w[i - 16] + (ror(x, 7) ^ ror(x, 18) ^ (x >>> 3)) + w[i - 7] + (ror(y, 17) ^ ror(y, 19) ^ (y >>> 10));
    }
    let [a, b, c, d, e, f, g, k] = h;
    for (let i = 0; i < 64; i++) {
      const t1 = (k + (ror(e, 6) ^ ror(e, 11) ^ ror(e, 25)) + ((e & f) ^ (~e & g)) + shaK[i] + w[i]) | 0;
      const t2 = ((ror(a, 2) ^ ror(a, 13) ^ ror(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      k = g; g = f; f = e; e = (d + t1) | 0; d = c; c = b; b = a; a = (t1 + t2) | 0;
    }
    h.forEach((v, i) => { h[i] = v + [a, b, c, d, e, f, g, k][i]; });
  }
  return bigEndian(Array.from(h));
}
function hmac(hash, key, message) {
  if (key.length > 64) key = hash(key);
  const pad = (x) => Uint8Array.from({ length: 64 }, (_, i) => (key[i] ?? 0) ^ x);
  return hash(Uint8Array.from([...pad(0x5c), ...hash(Uint8Array.from([...pad(0x36), ...message]))]));
}
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
function base64(bytes) {
  let out = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const n = (bytes[i] << 16) | (bytes[i + 1] << 8) | bytes[i + 2];
    out += alphabet[n >> 18] + alphabet[(n >> 12) & 63] + (i + 1 < bytes.length ? alphabet[(n >> 6) & 63] : '=') + (i + 2 < bytes.length ? alphabet[n & 63] : '=');
  }
  return out;
}
const texts = ['', 'a', 'abc', 'message digest', 'The quick brown fox jumps over the lazy dog', 'ünïcödé 😀', '1234567890'.repeat(8)];
for (const text of texts) {
  const b = utf8(text);
  console.log(JSON.stringify(text.slice(0, 12)), crc32(b).toString(16), adler32(b).toString(16), fnv1a(b).toString(16), murmur3(b, 42).toString(16));
  console.log(' ', hex(md5(b)), hex(sha1(b)));
  console.log(' ', hex(sha256(b)));
}
console.log(hex(hmac(sha256, utf8('key'), utf8(texts[4]))), hex(hmac(md5, utf8('k'.repeat(80)), utf8('x'))));
console.log(base64(sha256(utf8('abc'))), ['', 'f', 'fo', 'foo', 'foob'].map((t) => base64(utf8(t))).join(' '));
let chain = utf8('seed');
for (let i = 0; i < 60; i++) chain = sha256(chain);
console.log(hex(chain), crc32(new Uint8Array(20000).map((_, i) => i * 7)).toString(16));
