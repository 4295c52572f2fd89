// Properties and predicates of Number.
console.log(Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, Number.MAX_VALUE, Number.MIN_VALUE, Number.EPSILON);
console.log(Number.isInteger(5), Number.isInteger(5.0), Number.isInteger(5.5), Number.isInteger("5"), Number.isInteger(Infinity), Number.isInteger(-0));
console.log(Number.isSafeInteger(2 ** 53), Number.isSafeInteger(2 ** 53 - 1), Number.isSafeInteger(-(2 ** 53 - 1)), Number.isSafeInteger(1.5));
console.log(Number.parseFloat === parseFloat, Number.parseInt === parseInt, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY);
console.log(typeof 5, typeof new Number(5), new Number(5) == 5, new Number(5) === 5, new Number(5) + 1, new Number(7).valueOf());
console.log((5).constructor === Number, (5).x === undefined, 5..toString(), 5 .toString(), (5).hasOwnProperty("x"));
Number.prototype.double = function () {
  return this * 2;
};
Number.prototype.kind = function () {
  "use strict";
  return typeof this;
};
Number.prototype.sloppyKind = function () {
  return typeof this;
};
console.log((21).double(), 1.5.double(), (1).kind(), (1).sloppyKind(), NaN.kind());
const n = 7;
n.extra = 1;
console.log(n.extra);
console.log((25).toString(36), (1e21).toLocaleString === undefined, Number.prototype.valueOf.call(3));
try {
  Number.prototype.valueOf.call("3");
} catch (e) {
  console.log(e.name);
}
console.log(0.1 + 0.2 === 0.3, Math.abs(0.1 + 0.2 - 0.3) < Number.EPSILON, 9007199254740992 === 9007199254740993);
