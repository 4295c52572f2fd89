// Strings and patterns: replace, replaceAll, match, matchAll, search, split, with and without the protocol.
console.log("aBc".replace(/b/i, "[$&]"), "x1y22z".replace(/\d+/g, m => `<${m}>`), "abc".replace(/(?<x>b)/, "[$<x>$1$2$$$`$']"));
console.log("a-b-c".replace("-", "+"), "a-b-c".replaceAll("-", "$&$&"), "aaa".replace(/a*?/g, "x"), "abc".replaceAll("", "_"));
console.log("John Smith".replace(/(\w+)\s(\w+)/, "$2, $1"), "aaa".replace(/a/g, (m, i, s) => i + s.length), "ab".replace(/(x)?b/, "[$1]"));
console.log("2020-01-02".replace(/(?<y>\d+)-(?<m>\d+)/, (...args) => JSON.stringify(args.at(-1)) + args.length));
console.log("12345678901".replace(/(1)(2)(3)(4)(5)(6)(7)(8)(9)(0)(1)/, "$10 $11 $12 $1 $01 $00 $0"));
console.log([..."a1b2c3".matchAll(/([a-z])(\d)/g)].map(m => m[1] + m[2] + m.index), [..."aXbX".matchAll("X")].length);
console.log("abc".search(/c/), "abc".search(/x/), "abcabc".match(/b./g), "abc".match(/x/g), "abc".match("b").index, "a.c".match("."));
console.log("a-b-c".split(/-/), "abc".split(/(?:)/u), "a1b2c".split(/(\d)/), "".split(/x/), "".split(/(?:)/), "abc".split(/b/, 1), "ab".split(/a*?/), "ab".split(/a*/));
console.log("A<B>bold</B>and<CODE>coded</CODE>".split(/<(\/)?([^<>]+)>/));
console.log("ABC".split(""), "a,b,c".split(",", 2), "abc".split(), "😀x".split(""), "😀x".split(/(?:)/u));
const odd = {
  [Symbol.replace]: (s, r) => `replace ${s} ${r}`,
  [Symbol.split]: (s, n) => `split ${s} ${n}`,
  [Symbol.match]: s => `match ${s}`,
  [Symbol.matchAll]: s => `matchAll ${s}`,
  [Symbol.search]: s => `search ${s}`,
};
console.log("s".replace(odd, 1), "s".split(odd, 2), "s".match(odd), "s".search(odd));
for (const bad of [() => "a".matchAll(/a/), () => "a".replaceAll(/a/, ""), () => "a".startsWith(/a/), () => RegExp.prototype.test.call(1), () => /a/[Symbol.replace].call({ exec: () => 1, flags: "" }, "a", "b")]) {
  try {
    console.log(bad());
  } catch (e) {
    console.log(e.name);
  }
}
const slow = /b/g;
slow.exec = function (s) {
  const result = RegExp.prototype.exec.call(this, s);
  console.log("exec", this.lastIndex, result && result.index);
  return result;
};
console.log("abcb".replace(slow, "x"), "abcb".match(slow), slow.test("b"));
const words = "the quick brown fox jumps over the lazy dog ".repeat(2000);
let count = 0;
console.log(words.replace(/\b(\w)(\w*)/g, (m, head, tail) => (count++, head.toUpperCase() + tail)).slice(0, 30), count);
console.log(words.split(/\s+/).length, words.match(/o/g).length, words.replace(/[aeiou]/g, "").length, words.replaceAll("the", "THE").indexOf("THE", 50));
let hits = 0;
const re = /(\d+)-(\d+)/;
for (let i = 0; i < 30000; i++) if (re.test(i + "-" + (i + 1))) hits++;
console.log(hits, re.exec("7-8")[2]);
for (let i = 0; i < 3; i++) {
  if (i === 2) RegExp.prototype.exec = () => null;
  console.log(/a/.test("a"), "a".replace(/a/, "b"), "xay".split(/a/));
}
