// Silent failures of sloppy code, octal literals, delete of variables, assignments to read-only things.
undefined = 5; NaN = 1; Infinity = 0;
console.log(undefined, NaN, Infinity, 010, 0777, 09, "\101\60");
var v = 1;
console.log(delete v, typeof v, delete nothingHere);
"str".x = 1; (5).y = 2; true.z = 3; Symbol.iterator.w = 1;
console.log("str".x, (5).y);
const fr = Object.freeze([1]);
fr[0] = 2; fr[1] = 3; fr.x = 1;
console.log(fr.join(), fr.length, fr.x);
Math.PI = 3; (function fn() { fn = null; console.log(typeof fn); })();
console.log(Math.PI > 3.1);
var yield_ = 1, let_ = 2, static = 3, implements = 4, async = 5, of = 6, get = 7, set = 8, await = 9, yield = 10;
var let = 11;
console.log(static + implements + async + of + get + set + await + yield + let);
function dup(a, b, a) { return a; }
console.log(dup(1, 2, 3), (function () { return typeof this; }).call(1));
var eval_ = 1; var arguments_ = 2;
if (1) function decl() { return "declaration as statement"; }
console.log(decl());
a: b: c: { break b; }
console.log(((a, b) => a + b).length, typeof document === "undefined" ? "no document" : "document");
var \u0061bc = "escaped name"; var ünïcödé = "ok"; var $ = 1, _ = 2;
console.log(abc, ünïcödé, $ + _);
x = 5
;[1].forEach(() => x++)
var r = x
++x
console.log(r, x)
