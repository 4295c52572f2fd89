// Operators that are rarely used: comma, void, in, delete, instanceof, exponent, nullish in combination.
let log = "";
const t = (x) => ((log += x), x);
console.log((t(1), t(2)), log, void t(3), log, (1, 2, 3), [((a, b) => (a, b))(1, 2)].join());
for (let i = 0, j = 10; i < j; i++, j--) log += i + j;
console.log(log);
console.log("a" in { a: 1 }, 0 in [1], 1 in [1], "length" in [], "x" in Object.create({ x: 1 }), Symbol.iterator in []);
console.log([] instanceof Array, [] instanceof Object, null instanceof Object, (() => 1) instanceof Function, "s" instanceof String, Object.create(null) instanceof Object);
console.log(2 ** 10, 2 ** -1, (-2) ** 2, 2 ** 3 ** 2, 4 ** 0.5, 0 ** 0, NaN ** 0, 1 ** Infinity, (-8) ** (1 / 3), 2 ** 31, 2 ** 32 | 0);
let e = 3; e **= 2; console.log(e, -(e ** 2), (e ** 2) % 10);
console.log(typeof null, typeof undefined, typeof (() => 1), typeof class {}, typeof Symbol(), typeof NaN, typeof [], typeof undeclared, typeof typeof 1);
console.log(!!"" + !!" " + !![], +"3" + +"4", - -"5", +-+1, ~~3.7, ~-5, !function () {}, -"x", +[], +{}, +[[7]], [] + {}, [] == false);
console.log(1 < 2 < 3, 3 > 2 > 1, 1 == 1 == 1, "b" + "a" + +"a" + "a", 5 - "2" + "3", "5" * "2" - -"1", 10 / 3 | 0, 7 & 3 | 8 ^ 5, 1 + + "2" + "3", 3 - -3);
console.log((0 || null) ?? 0, (null ?? 0) || "z", null?.x ?? "dflt", (undefined, 0) ?? 1, !null ?? 2);
var a = 1, b = a++ + ++a, c = a-- - --a, d = (a += b) * (b -= c);
console.log(a, b, c, d);
let p = 1; p <<= 3; p |= 1; p &= ~8; p ^= 7; p >>= 1; p >>>= 0; p %= 2; p -= 5; p *= -2; p /= 4;
console.log(p);
