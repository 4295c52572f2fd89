// Long concatenations in every shape, flattened at odd moments.
function left(n) { let s = ""; for (let i = 0; i < n; i++) s = s + i; return s; }
function right(n) { let s = ""; for (let i = 0; i < n; i++) s = i + s; return s; }
function tree(n) { return n === 0 ? "l" : tree(n - 1) + n + tree(n - 1); }
const sum = (s) => { let h = 0; for (let i = 0; i < s.length; i++) h = (h * 33 + s.charCodeAt(i)) >>> 0; return h; };
console.log(sum(left(1500)), sum(right(1500)), sum(tree(9)), left(1500).length, tree(9).length);
let s = "";
let checks = 0;
for (let i = 0; i < 1000; i++) { s += "ab" + i; if (i % 97 === 0) checks += s.charCodeAt(s.length >> 1); if (i % 89 === 0) s = s.slice(3) + "|"; }
console.log(s.length, checks, sum(s));
let deep = "x";
for (let i = 0; i < 20000; i++) deep += "y";
console.log(deep.length, deep[0], deep[20000], deep.indexOf("y"), deep === "x" + "y".repeat(20000));
let deepRight = "x";
for (let i = 0; i < 20000; i++) deepRight = "y" + deepRight;
console.log(deepRight.length, deepRight[20000], deepRight.lastIndexOf("y"), deepRight === "y".repeat(20000) + "x");
const m = new Map();
for (let i = 0; i < 200; i++) m.set("k" + (i % 20) + "v", i);
console.log(m.size, m.get("k" + 7 + "v"), { k1v: "prop" }["k" + 1 + "v"]);
const parts = [];
for (let i = 0; i < 300; i++) parts.push("p" + i);
const joined = parts.join(", ");
console.log(joined.length, joined.split(", ").length, sum(joined), joined.slice(-10));
let uni = "";
for (let i = 0; i < 200; i++) uni += i % 2 ? "é" : "日" + "x";
console.log(uni.length, sum(uni), uni.slice(100, 106));
let half = deep.slice(0, 10000) + deepRight.slice(0, 10000);
console.log(half.length, sum(half), half < deep, half === deep.slice(0, 10000) + deepRight.slice(0, 10000));
