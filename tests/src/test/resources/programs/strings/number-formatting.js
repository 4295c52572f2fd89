// Formatting by hand: thousands, hex dumps, binary, time, percentages, tables.
const thousands = (n) => { const [i, f] = String(Math.abs(n)).split("."); let out = ""; for (let k = 0; k < i.length; k++) out += (k && (i.length - k) % 3 === 0 ? "," : "") + i[k]; return (n < 0 ? "-" : "") + out + (f ? "." + f : ""); };
console.log([0, 999, 1000, 1234567, -9876543.21, 1e15].map(thousands).join(" "));
const hex = (n, w = 2) => n.toString(16).padStart(w, "0");
const dump = (s) => { const out = []; for (let i = 0; i < s.length; i += 8) { const part = [...s.slice(i, i + 8)]; out.push(hex(i, 4) + "  " + part.map((c) => hex(c.charCodeAt(0))).join(" ").padEnd(23) + "  " + part.map((c) => (c < " " ? "." : c)).join("")); } return out.join("\n"); };
console.log(dump("Hello, Tierscope!\n\t00"));
const clock = (s) => [Math.floor(s / 3600), Math.floor(s / 60) % 60, s % 60].map((x) => String(x).padStart(2, "0")).join(":");
console.log([0, 59, 60, 3661, 86399].map(clock).join(" "));
console.log([5, 12, 255, 1024].map((n) => n.toString(2).padStart(12, "0")).join("\n"));
const pct = (a, b) => ((a / b) * 100).toFixed(1) + "%";
console.log(pct(1, 3), pct(2, 3), pct(1, 1), pct(0, 5), pct(1, 0));
const si = (n) => { const u = ["", "k", "M", "G"]; let i = 0; while (n >= 1000 && i < 3) { n /= 1000; i++; } return (i ? n.toFixed(1) : n) + u[i]; };
console.log([5, 999, 1000, 1500, 1234567, 5e9, 1e13].map(si).join(" "));
let bar = "";
for (const n of [1, 5, 3, 8, 2]) bar += "#".repeat(n).padEnd(8, ".") + "|";
console.log(bar, "=".repeat(10), "ab".repeat(3).toUpperCase());
