// Huffman codes: frequencies, tree, encoding to bits in a typed array, decoding.
const text = "she sells sea shells by the sea shore; the shells she sells are surely sea shells. ".repeat(4) + "éü!";
const freq = new Map();
for (const c of text) freq.set(c, (freq.get(c) ?? 0) + 1);
let nodes = [...freq].map(([c, n]) => ({ c, n }));
while (nodes.length > 1) { nodes.sort((a, b) => a.n - b.n || (a.c < b.c ? -1 : 1)); const [l, r, ...rest] = nodes; nodes = [...rest, { c: l.c < r.c ? l.c : r.c, n: l.n + r.n, l, r }]; }
const root = nodes[0], codes = {};
(function walk(n, code) { if (!n.l) { codes[n.c] = code || "0"; return; } walk(n.l, code + "0"); walk(n.r, code + "1"); })(root, "");
const bits = [...text].map((c) => codes[c]).join("");
const packed = new Uint8Array(Math.ceil(bits.length / 8));
for (let i = 0; i < bits.length; i++) if (bits[i] === "1") packed[i >> 3] |= 0x80 >> (i & 7);
let out = "", node = root;
for (let i = 0; i < bits.length; i++) { node = packed[i >> 3] & (0x80 >> (i & 7)) ? node.r : node.l; if (!node.l) { out += node.c; node = root; } }
console.log(out === text, text.length, packed.length, bits.length);
console.log(Object.entries(codes).sort((a, b) => a[1].length - b[1].length || (a[1] < b[1] ? -1 : 1)).map(([c, k]) => JSON.stringify(c) + k).join(" "));
console.log(packed.reduce((h, x) => (h * 31 + x) >>> 0, 7));
