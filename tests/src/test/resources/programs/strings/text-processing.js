// Word wrap, caesar cipher, run-length, palindromes, vowels, title case.
const text = "It was the best of times, it was the worst of times, it was the age of wisdom, it was the age of foolishness";
function wrap(t, width) { const lines = []; let line = ""; for (const word of t.split(" ")) { if (line && line.length + word.length + 1 > width) { lines.push(line); line = word; } else line = line ? line + " " + word : word; } lines.push(line); return lines; }
for (const line of wrap(text, 28)) console.log("|" + line.padEnd(28) + "|" + line.padStart(30, "."));
const caesar = (t, k) => [...t].map((c) => { const u = c.toUpperCase() === c ? 65 : 97; const code = c.toLowerCase().charCodeAt(0) - 97; return code < 0 || code > 25 ? c : String.fromCharCode(((code + k + 26) % 26) + u); }).join("");
console.log(caesar(text, 13).slice(0, 40), caesar(caesar(text, 5), -5) === text);
const rle = (t) => { let out = ""; for (let i = 0; i < t.length; ) { let j = i; while (j < t.length && t[j] === t[i]) j++; out += t[i] + (j - i > 1 ? j - i : ""); i = j; } return out; };
console.log(rle("aaabbcddddd"), rle(""), rle("xyz"), rle("1112222"));
const counts = {};
for (const c of text.toLowerCase()) if (c >= "a" && c <= "z") counts[c] = (counts[c] ?? 0) + 1;
console.log(Object.entries(counts).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 6).map((e) => e.join("")).join(" "));
const title = (t) => t.split(" ").map((w) => w.charAt(0).toUpperCase() + w.slice(1)).join(" ");
const palindrome = (t) => { const c = [...t.toLowerCase()].filter((x) => x >= "a" && x <= "z"); return c.join("") === c.reverse().join(""); };
console.log(title("hello big world"), palindrome("A man, a plan, a canal: Panama"), palindrome("nope"));
function lcs(a, b) { const dp = []; for (let i = 0; i <= a.length; i++) { dp.push([]); for (let j = 0; j <= b.length; j++) dp[i][j] = i === 0 || j === 0 ? "" : a[i - 1] === b[j - 1] ? dp[i - 1][j - 1] + a[i - 1] : dp[i - 1][j].length >= dp[i][j - 1].length ? dp[i - 1][j] : dp[i][j - 1]; } return dp[a.length][b.length]; }
console.log(lcs("AGGTABQWERTY", "GXTXAYBQXRTX"), lcs("abc", "xyz") === "");
console.log(text.split(" ").map((w) => [...w].reverse().join("")).join(" ").slice(0, 30), text.split("it was").length);
