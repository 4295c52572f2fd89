// Compression: LZ77 tokens, canonical Huffman codes, a bit stream; round trips on several kinds of data, and sizes.
class BitWriter {
  #bytes = []; #bits = 0; #count = 0;
  write(value, count) {
    for (let i = count - 1; i >= 0; i--) {
      this.#bits = (this.#bits << 1) | ((value >>> i) & 1);
      if (++this.#count === 8) { this.#bytes.push(this.#bits); this.#bits = this.#count = 0; }
    }
  }
  finish() { if (this.#count) this.write(0, 8 - this.#count); return Uint8Array.from(this.#bytes); }
}
class BitReader {
  #at = 0;
  constructor(bytes) { this.bytes = bytes; }
  bit() {
    const byte = this.bytes[this.#at >> 3];
    if (byte === undefined) throw new RangeError('out of data');
    return (byte >> (7 - (this.#at++ & 7))) & 1;
  }
  read(count) { let v = 0; while (count-- > 0) v = (v << 1) | this.bit(); return v; }
}
class Heap {
  items = [];
  constructor(less) { this.less = less; }
  push(x) {
    const a = this.items; a.push(x);
    for (let i = a.length - 1; i > 0;) { const p = (i - 1) >> 1; if (!this.less(a[i], a[p])) break; [a[i], a[p]] = [a[p], a[i]]; i = p; }
  }
  pop() {
    const a = this.items, top = a[0], last = a.pop();
    if (a.length) {
      a[0] = last;
      for (let i = 0;;) {
        let m = i;
        for (const c of [2 * i + 1, 2 * i + 2]) if (c < a.length && this.less(a[c], a[m])) m = c;
        if (m === i) break;
        [a[i], a[m]] = [a[m], a[i]]; i = m;
      }
    }
    return top;
  }
}
function codeLengths(counts) {
  let order = 0;
  const heap = new Heap((a, b) => a.count - b.count || a.order - b.order < 0 ? a.count < b.count || (a.count === b.count && a.order < b.order) : false);
  for (const [symbol, count] of counts) heap.push({ symbol, count, order: order++ });
  if (heap.items.length === 1) return new Map([[heap.items[0].symbol, 1]]);
  while (heap.items.length > 1) { const left = heap.pop(), right = heap.pop(); heap.push({ left, right, count: left.count + right.count, order: order++ }); }
  const lengths = new Map();
  (function walk(n, depth) { if (n.left) { walk(n.left, depth + 1); walk(n.right, depth + 1); } else lengths.set(n.symbol, depth); })(heap.pop(), 0);
  return lengths;
}
function canonical(lengths) {
  const codes = new Map();
  let code = 0, previous = 0;
  for (const [symbol, length] of [...lengths].sort((a, b) => a[1] - b[1] || a[0] - b[0])) {
    code <<= length - previous;
    codes.set(symbol, { code, length });
    code++; previous = length;
  }
  return codes;
}
const WINDOW = 1024, MIN = 3, MAX = 66;
function* lz77(bytes) {
  const chains = new Map();
  for (let i = 0; i < bytes.length;) {
    let bestLength = 0, bestDistance = 0;
    const key = (bytes[i] << 16) | (bytes[i + 1] << 8) | bytes[i + 2];
    const candidates = chains.get(key) ?? [];
    for (let c = candidates.length - 1, tries = 16; c >= 0 && tries > 0 && i - candidates[c] <= WINDOW; c--, tries--) {
      let n = 0;
      while (n < MAX && i + n < bytes.length && bytes[candidates[c] + n] === bytes[i + n]) n++;
      if (n > bestLength) { bestLength = n; bestDistance = i - candidates[c]; }
    }
    const step = bestLength >= MIN ? bestLength : 1;
    yield bestLength >= MIN ? { length: bestLength, distance: bestDistance } : { literal: bytes[i] };
    for (let k = i; k < i + step; k++) {
      const at = (bytes[k] << 16) | (bytes[k + 1] << 8) | bytes[k + 2];
      if (!chains.has(at)) chains.set(at, []);
      chains.get(at).push(k);
    }
    i += step;
  }
}
const END = 256, symbolOf = (t) => t.literal ?? 257 + t.length - MIN;
function compress(bytes) {
  const tokens = [...lz77(bytes)], counts = new Map([[END, 1]]);
  for (const t of tokens) counts.set(symbolOf(t), (counts.get(symbolOf(t)) ?? 0) + 1);
  const lengths = codeLengths(counts), codes = canonical(lengths), out = new BitWriter();
  out.write(lengths.size, 10);
  for (const [symbol, length] of lengths) { out.write(symbol, 9); out.write(length, 5); }
  for (const t of [...tokens, { literal: END }]) {
    const { code, length } = codes.get(symbolOf(t));
    out.write(code, length);
    if (t.distance) out.write(t.distance - 1, 10);
  }
  return out.finish();
}
function decompress(data) {
  const input = new BitReader(data), lengths = new Map();
  for (let n = input.read(10); n > 0; n--) { const symbol = input.read(9); lengths.set(symbol, input.read(5)); }
  const byCode = new Map([...canonical(lengths)].map(([symbol, { code, length }]) => [length * 65536 + code, symbol])), out = [];
  for (;;) {
    let code = 0, length = 0, symbol;
    do { code = (code << 1) | input.bit(); symbol = byCode.get(++length * 65536 + code); } while (symbol === undefined);
    if (symbol === END) return Uint8Array.from(out);
    if (symbol < 256) out.push(symbol);
    else { const distance = input.read(10) + 1; for (let n = symbol - 257 + MIN; n > 0; n--) out.push(out[out.length - distance]); }
  }
}
let seed = 99;
const random = (n) => (seed = (Math.imul(seed, 1103515245) + 12345) >>> 0) % n;
const samples = {
  empty: new Uint8Array(0), single: Uint8Array.of(7), zeros: new Uint8Array(3000),
  text: new TextEncoder().encode('it was the best of times, it was the worst of times, it was the age of wisdom, it was the age of foolishness, '.repeat(20)),
  noise: Uint8Array.from({ length: 1200 }, () => random(256)), digits: Uint8Array.from({ length: 2000 }, () => 48 + Math.min(random(10), random(10))),
  source: new TextEncoder().encode(compress.toString() + decompress.toString() + lz77.toString()), counting: Uint8Array.from({ length: 1500 }, (_, i) => i >> 3),
};
for (const [name, bytes] of Object.entries(samples)) {
  const packed = compress(bytes), again = decompress(packed);
  console.log(name.padEnd(9), String(bytes.length).padStart(5), '->', String(packed.length).padStart(5), again.length === bytes.length && again.every((b, i) => b === bytes[i]), packed.reduce((h, b) => (Math.imul(h, 33) + b) >>> 0, 5381).toString(16));
}
try { decompress(compress(samples.text).slice(0, 40)); } catch (e) { console.log(e instanceof RangeError, e.message); }
