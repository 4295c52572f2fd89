// Character loops in hot code: classification, case, counting, reversing, palindromes, one- and two-byte strings.
const text = "The Quick brown fox, 42 jumps; over the LAZY dog. ".repeat(8);
function stats(s) { let upper = 0, lower = 0, digit = 0, space = 0, other = 0; for (let i = 0; i < s.length; i++) { const c = s.charCodeAt(i); if (c >= 65 && c <= 90) upper++; else if (c >= 97 && c <= 122) lower++; else if (c >= 48 && c <= 57) digit++; else if (c === 32) space++; else other++; } return [upper, lower, digit, space, other].join(); }
function swapCase(s) { let out = ""; for (const c of s) out += c === c.toUpperCase() ? c.toLowerCase() : c.toUpperCase(); return out; }
function reverse(s) { let out = ""; for (let i = s.length - 1; i >= 0; i--) out += s[i]; return out; }
function vowels(s) { let n = 0; for (let i = 0; i < s.length; i++) switch (s[i]) { case "a": case "e": case "i": case "o": case "u": n++; } return n; }
for (const s of [text, text + "é", "日本語テキスト".repeat(20), ""]) console.log(stats(s), vowels(s), reverse(s).slice(0, 12), reverse(reverse(s)) === s, swapCase(s).slice(0, 9));
const isPalindrome = (s) => { for (let i = 0, j = s.length - 1; i < j; i++, j--) if (s[i] !== s[j]) return false; return true; };
let p = 0;
for (let i = 0; i < 2500; i++) if (isPalindrome(String(i))) p++;
console.log(p);
function indexAll(s, w) { const out = []; for (let i = 0; i + w.length <= s.length; i++) { let k = 0; while (k < w.length && s.charCodeAt(i + k) === w.charCodeAt(k)) k++; if (k === w.length) out.push(i); } return out; }
console.log(indexAll(text, "fox").join(), indexAll(text, "fox").length === text.split("fox").length - 1);
const freq = new Array(128).fill(0);
for (let r = 0; r < 4; r++) for (let i = 0; i < text.length; i++) freq[text.charCodeAt(i)]++;
console.log(freq.map((n, i) => [n, String.fromCharCode(i)]).filter(([n]) => n > 90).map(([n, c]) => JSON.stringify(c) + n).join());
let h1 = 0, h2 = 5381;
for (const c of text) { h1 = (Math.imul(h1, 31) + c.codePointAt(0)) | 0; h2 = ((h2 << 5) + h2) ^ c.charCodeAt(0); }
console.log(h1, h2 | 0, text.charCodeAt(text.length), text.at(-2), text[-1]);
