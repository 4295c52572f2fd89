// A backtracking matcher for a small pattern language: . * + ? | ( ) and classes, compiled to closures.
function compile(src) {
  let at = 0;
  const peek = () => src[at];
  function alt() { const parts = [seq()]; while (peek() === "|") { at++; parts.push(seq()); } return parts.length === 1 ? parts[0] : (s, i, k) => parts.some((p) => p(s, i, k)); }
  function seq() { const parts = []; while (at < src.length && peek() !== "|" && peek() !== ")") parts.push(repeat()); return (s, i, k) => { const go = (n, j) => (n === parts.length ? k(j) : parts[n](s, j, (e) => go(n + 1, e))); return go(0, i); }; }
  function repeat() { let p = atom(); for (;;) { const c = peek(); if (c === "*") { at++; const q = p; p = (s, i, k) => { const go = (j) => q(s, j, (e) => e > j && go(e)) || k(j); return go(i); }; } else if (c === "+") { at++; const q = p; p = (s, i, k) => { const go = (j) => q(s, j, (e) => (e > j && go(e)) || k(e)); return go(i); }; } else if (c === "?") { at++; const q = p; p = (s, i, k) => q(s, i, k) || k(i); } else return p; } }
  function atom() { const c = src[at++]; if (c === "(") { const p = alt(); if (src[at++] !== ")") throw new SyntaxError("missing )"); return p; } if (c === "[") { let set = ""; while (src[at] !== "]") { if (at >= src.length) throw new SyntaxError("missing ]"); if (src[at + 1] === "-") { for (let x = src.charCodeAt(at); x <= src.charCodeAt(at + 2); x++) set += String.fromCharCode(x); at += 3; } else set += src[at++]; } at++; return (s, i, k) => i < s.length && set.includes(s[i]) && k(i + 1); } if (c === ".") return (s, i, k) => i < s.length && k(i + 1); return (s, i, k) => s[i] === c && k(i + 1); }
  const m = alt();
  if (at < src.length) throw new SyntaxError("unexpected " + src[at]);
  return { full: (s) => m(s, 0, (e) => e === s.length), find: (s) => { for (let i = 0; i <= s.length; i++) { let end = -1; if (m(s, i, (e) => ((end = e), true))) return [i, s.slice(i, end)]; } return null; } };
}
for (const [p, ...texts] of [["a*b", "b", "aaab", "aac"], ["(ab|cd)+e?", "abcd", "abcde", "e", "abc"], ["[a-c]+[0-9]*", "abc123", "a1b", "x"], ["x(y?z)*", "x", "xzyz", "xyy"], ["(a|ab)(c|bcd)(d*)", "abcd", "acd"], ["(a*)*b", "aaaaab", "aaaa"], [".*.*=.*", "x=1", "none"]]) { const r = compile(p); console.log(p, texts.map((t) => t + ":" + r.full(t)).join(" "), r.find("--" + texts[0] + "--").join("@")); }
for (const bad of ["(a", "a)", "[ab"]) { try { compile(bad); } catch (e) { console.log(e.message); } }
const word = compile("[a-z]+ing");
let n = 0;
for (const w of "running sing ring thing king jump jog inging".split(" ")) for (let i = 0; i < 10; i++) if (word.full(w)) n++;
console.log(n, word.find("I was walking home").join());
