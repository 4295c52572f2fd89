// A binary heap, a pairing heap and a sorted array as priority queues; heap sort; k smallest; merging streams.
class Binary { #a = []; get size() { return this.#a.length; } push(x) { const a = this.#a; a.push(x); let i = a.length - 1; while (i && a[(i - 1) >> 1] > a[i]) { const p = (i - 1) >> 1; [a[p], a[i]] = [a[i], a[p]]; i = p; } } pop() { const a = this.#a; const top = a[0], last = a.pop(); if (a.length) { a[0] = last; for (let i = 0; ; ) { let c = 2 * i + 1; if (c >= a.length) break; if (c + 1 < a.length && a[c + 1] < a[c]) c++; if (a[c] >= a[i]) break; [a[c], a[i]] = [a[i], a[c]]; i = c; } } return top; } }
class Pairing { root = null; size = 0; static meld(a, b) { if (!a) return b; if (!b) return a; if (b.x < a.x) [a, b] = [b, a]; b.next = a.child; a.child = b; return a; } push(x) { this.root = Pairing.meld(this.root, { x, child: null, next: null }); this.size++; } pop() { const { x, child } = this.root; const pairs = []; for (let c = child; c; ) { const d = c.next, after = d ? d.next : null; c.next = null; if (d) d.next = null; pairs.push(Pairing.meld(c, d)); c = after; } this.root = pairs.reduceRight((m, p) => Pairing.meld(p, m), null); this.size--; return x; } }
class Sorted { #a = []; get size() { return this.#a.length; } push(x) { let lo = 0, hi = this.#a.length; while (lo < hi) { const m = (lo + hi) >> 1; if (this.#a[m] > x) lo = m + 1; else hi = m; } this.#a.splice(lo, 0, x); } pop() { return this.#a.pop(); } }
const data = Array.from({ length: 250 }, (_, i) => (i * 7919) % 1013);
const drain = (q) => { const out = []; while (q.size) out.push(q.pop()); return out.join(); };
const expected = data.slice().sort((a, b) => a - b).join();
for (const Q of [Binary, Pairing, Sorted]) { const q = new Q(); data.forEach((x) => q.push(x)); const mixed = new Q(); let h = 0; for (let i = 0; i < 400; i++) { mixed.push((i * 31) % 97); if (i % 3 === 2) h = (h * 31 + mixed.pop()) % 1000003; } console.log(Q.name, drain(q) === expected, h, mixed.size); }
const streams = [[1, 4, 9], [2, 4, 8, 16], [], [0.5, 7]];
const merged = [];
const heads = streams.map(() => 0);
for (;;) { let best = -1; streams.forEach((s, i) => { if (heads[i] < s.length && (best < 0 || s[heads[i]] < streams[best][heads[best]])) best = i; }); if (best < 0) break; merged.push(streams[best][heads[best]++]); }
console.log(merged.join(), (() => { const q = new Binary(); ["pear", "fig", "apple"].forEach((w) => q.push(w)); return drain(q); })());
