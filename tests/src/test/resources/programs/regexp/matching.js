// What matches, groups, indices, names, lastIndex.
console.log(/a/g, /[/]\//, new RegExp("/\n"), new RegExp(""), RegExp("a", "yig"));
console.log(/(\d+)-(?<word>[a-z]+)/.exec("foo 12-abc"));
console.log(/(z)((a+)?(b+)?(c))*/.exec("zaacbbbcac"));
console.log(/(?<month>[A-Z]\w+) (?<year>\d{4})(?<rest>x)?/.exec("June 2024").groups);
const indices = /b(?<c>c)?(d)?/d.exec("abc").indices;
console.log(indices, indices.groups.c);
const sticky = /foo/y;
sticky.lastIndex = 3;
console.log(sticky.test("barfoo"), sticky.lastIndex, sticky.test("barfoo"), sticky.lastIndex);
const global = /o/g;
for (let m; (m = global.exec("foo boo")); ) console.log(m.index, global.lastIndex);
console.log(/(?<=\$)\d+(\.\d*)?/.exec("cost $10.50")[0], /(?<!\$)\b\d+/.exec("cost $10 20")[0]);
console.log(/(?<=(\d+)(\d+))$/.exec("1053"), /\b(\w)(?=.*\b\1)/i.exec("An ape"));
console.log(/^.$/.test("😀"), /^.$/u.test("😀"), /\u{1F600}/u.test("😀"), /😀{2}/u.test("😀😀"));
console.log("Ünïcödé Ωmega".match(/\p{Lu}\p{Ll}+/gu), /^\p{Script=Greek}/u.test("ω"), /\p{RGI_Emoji}/v.exec("x👍🏽")[0]);
console.log("a1_b2".match(/[\w--[0-9_]]/gv), "kK\u212a".match(/k/giu), "ſ".match(/s/i), "ς".match(/Σ/iu));
console.log(/a$/m.test("a\nb"), /[^]/.test("\n"), /[]/.test(""));
console.log(/\1(a)/.exec("aa"), /(?:(a)|b)*/.exec("ab"), /(a*)*/.exec("b"), /a{,3}|x/.exec("a{,3}"));
console.log(/^(?:a+)+$/.test("aaaaaaaaaaaaaaaaaaaa"), /(x+x+)+y/.test("xxxxxxxxxxxx"));
for (const [pattern, flags] of [["(", ""], ["a**", ""], ["[b-a]", ""], ["\\", ""], ["a", "gg"], ["\\p{X}", "u"], ["(?<a>)(?<a>)", ""], ["\\k<b>(?<a>)", ""]]) {
  try {
    new RegExp(pattern, flags);
  } catch (e) {
    console.log(e.name, e.message);
  }
}
function fresh() {
  return /x/g;
}
console.log(fresh() === fresh(), fresh() !== fresh(), Object.getOwnPropertyDescriptor(fresh(), "lastIndex"));
console.log(/a/dgimsuy.flags, /a/v.unicodeSets, RegExp.prototype.source, RegExp.prototype.flags, String(RegExp.prototype));
/(\w)(\w)/.exec("xyz");
console.log(RegExp.$1, RegExp.$2, RegExp["$&"], RegExp["$'"], RegExp.lastMatch);
class Words extends RegExp {
  exec(s) {
    const m = super.exec(s);
    if (m) m[0] = m[0].toUpperCase();
    return m;
  }
}
console.log(new Words("b+", "g"), "abbc".replace(new Words("b+"), "[$&]"), "abcb".match(new Words("b", "g")));
console.log(Object.prototype.toString.call(/x/), typeof /x/, /x/ instanceof RegExp, JSON.stringify({ r: /x/ }));
