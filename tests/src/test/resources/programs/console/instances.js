// console.log of class instances, inheritance, toStringTag, Map, Set, errors inside objects.
class Point { constructor(x, y) { this.x = x; this.y = y; } get len() { return 1; } method() {} }
class Point3 extends Point { z = 3; #hidden = 4; static s = 1; }
class Empty {}
console.log(new Point(1, 2), new Point3(1, 2), new Empty(), [new Point(0, 0)], { p: new Point(5, 6) });
console.log(new Map(), new Map([["a", 1], ["b", { c: 2 }]]), new Map([[{ k: 1 }, [1, 2]]]));
console.log(new Set(), new Set([1, "two", [3]]), new Set([new Set([1])]));
console.log({ m: new Map([[1, new Map([[2, new Map([[3, 4]])]])]]) });
console.log({ [Symbol.toStringTag]: "Tag", a: 1 }, new (class Tagged { get [Symbol.toStringTag]() { return "Custom"; } })());
console.log(new Uint8Array([1, 2, 3]), new Float64Array(2), [new Int8Array(1)]);
console.log([1, 2][Symbol.iterator](), new Map([[1, 2]]).entries(), new Set([5]).values());
function OldStyle() { this.v = 1; }
OldStyle.prototype.m = function () {};
console.log(new OldStyle(), Object.create(OldStyle.prototype), Object.create(Point.prototype));
console.log([new Number(1), new String("s")], { w: new Boolean(true) });
const args = (function () { return arguments; })(1, "a");
console.log(args);
class List extends Array {}
console.log(List.from([1, 2]), new List(), class Foo extends Point {});
console.log({ e: new RangeError("inside").message, s: String(new TypeError("msg")) });
