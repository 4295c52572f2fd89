// A tokenizer, a trie with completion, an inverted index with ranking, and a suffix array.
const docs = ["the quick brown fox jumps over the lazy dog", "a quick quick study of brown bears", "the lazy afternoon", "foxes and dogs and bears", "jump for joy jumping jack"];
class Trie { constructor() { this.root = {}; this.size = 0; } add(w) { let n = this.root; for (const c of w) n = n[c] ??= {}; if (!n.$) { n.$ = true; this.size++; } } complete(p) { let n = this.root; for (const c of p) { n = n[c]; if (!n) return []; } const out = []; const go = (m, s) => { if (m.$) out.push(s); for (const c of Object.keys(m).sort()) if (c !== "$") go(m[c], s + c); }; go(n, p); return out; } }
const trie = new Trie(), index = new Map();
docs.forEach((d, i) => d.split(" ").forEach((w, pos) => { trie.add(w); if (!index.has(w)) index.set(w, new Map()); const e = index.get(w); e.set(i, [...(e.get(i) ?? []), pos]); }));
console.log(trie.size, trie.complete("j").join(), trie.complete("fo").join(), trie.complete("x").length, trie.complete("").length === index.size);
function search(q) { const scores = new Map(); for (const w of q.split(" ")) for (const [d, pos] of index.get(w) ?? []) scores.set(d, (scores.get(d) ?? 0) + pos.length * Math.log(docs.length / index.get(w).size + 1)); return [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([d, s]) => d + ":" + s.toFixed(3)).join(" "); }
console.log(search("quick brown"), "|", search("lazy"), "|", search("zzz"), "|", search("the and bears"));
const text = docs.join("$");
const sa = Array.from({ length: text.length }, (_, i) => i).sort((a, b) => { const x = text.slice(a), y = text.slice(b); return x < y ? -1 : x > y ? 1 : 0; });
function find(p) { let lo = 0, hi = sa.length; while (lo < hi) { const m = (lo + hi) >> 1; if (text.slice(sa[m], sa[m] + p.length) < p) lo = m + 1; else hi = m; } const out = []; while (lo < sa.length && text.startsWith(p, sa[lo])) out.push(sa[lo++]); return out.sort((a, b) => a - b); }
console.log(find("quick").join(), find("ju").join(), find("nothing").length, find("o").length === text.split("o").length - 1);
let common = "";
for (let i = 1; i < sa.length; i++) { const a = text.slice(sa[i - 1]), b = text.slice(sa[i]); let k = 0; while (k < a.length && a[k] === b[k]) k++; if (k > common.length) common = a.slice(0, k); }
console.log(JSON.stringify(common));
