// Comparing and hashing strings from different origins: literals, ropes, slices, numbers.
const made = ["ab", "a" + "b", "xaby".slice(1, 3), ["a", "b"].join(""), String.fromCharCode(97, 98), `${"a"}b`, "AB".toLowerCase(), "ab ".trim()];
let equal = 0;
for (const a of made) for (const b of made) { if (a === b) equal++; if (a == b) equal++; if (!(a < b) && !(a > b) && a <= b) equal++; if ({ [a]: 1 }[b]) equal++; if (new Set([a]).has(b)) equal++; if ([a].indexOf(b) === 0) equal++; switch (a) { case b: equal++; } }
console.log(equal === made.length * made.length * 7);
const words = [];
let seed = 3;
for (let i = 0; i < 120; i++) { let w = ""; for (let j = 0; j <= i % 5; j++) { seed = (seed * 75 + 74) % 65537; w += String.fromCharCode(97 + (seed % 6)); } words.push(w); }
const bubble = words.slice();
for (let i = 0; i < bubble.length; i++) for (let j = 0; j + 1 < bubble.length - i; j++) if (bubble[j] > bubble[j + 1]) { const t = bubble[j]; bubble[j] = bubble[j + 1]; bubble[j + 1] = t; }
console.log(bubble.join() === words.slice().sort().join(), bubble.slice(0, 12).join(), new Set(words).size);
console.log(["10", "9", "1", "a", "B", "_", "é", "\u{1F600}", "\uffff"].sort().map((c) => c.codePointAt(0)).join());
console.log("a" > "", "a" >= "a", "ab" > "a", "Z" < "a", "\ud800" < "\uffff", "1" < 2, "b" > 1, null + "x" < "nullz");
const index = new Map();
words.forEach((w, i) => { if (!index.has(w)) index.set(w, []); index.get(w).push(i); });
console.log(Math.max(...[...index.values()].map((v) => v.length)), [...index.keys()].filter((k) => k.length === 1).sort().join());
