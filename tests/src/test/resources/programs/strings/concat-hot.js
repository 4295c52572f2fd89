// += and + with every type on the right, hot, and comparisons of the results.
let s = "", t = "", u = "";
const parts = ["a", 1, 2.5, true, null, undefined, -0, NaN, [1, 2], { toString: () => "obj" }, "é", "日"];
for (let i = 0; i < 1200; i++) { s += parts[i % parts.length]; t = t + parts[(i * 5) % parts.length] + "|"; u = parts[i % 3] + u; if (s.length > 400) { s = s.slice(200); t = t.slice(-100); u = u.slice(0, 50); } }
console.log(s.slice(0, 60), t.slice(0, 60), u.slice(0, 20));
console.log(s.length, t.length, u.length);
let h = 0;
for (const x of [s, t, u]) for (let i = 0; i < x.length; i++) h = (h * 31 + x.charCodeAt(i)) | 0;
console.log(h);
let keyHits = 0;
const table = { ab1: 1, ab2: 2, "ab2.5": 3 };
for (let i = 0; i < 600; i++) keyHits += table["a" + "b" + parts[1 + (i % 2)]] ?? 0;
console.log(keyHits);
let cmp = 0;
for (let i = 0; i < 600; i++) { const a = "k" + i, b = "k" + (i ^ 1); if (a < b) cmp++; if (a === "k" + i) cmp += 2; if (a == b) cmp += 1000; }
console.log(cmp);
