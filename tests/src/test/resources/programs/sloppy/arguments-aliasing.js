// arguments and parameters share storage in sloppy functions with simple parameters, and only there.
function alias(a, b, c) { arguments[0] = "A"; b = "B"; arguments[2] = "C"; return [a, arguments[1], c, arguments.length].join(); }
console.log(alias(1, 2, 3), alias(1, 2), alias(1), alias());
function strictArgs(a) { "use strict"; arguments[0] = "A"; a += "p"; return [a, arguments[0]].join(); }
function withDefault(a, b = 2) { arguments[0] = "A"; b = "B"; return [a, arguments[1]].join(); }
function withRest(a, ...r) { arguments[0] = "A"; return [a, r.length, arguments.length].join(); }
function withPattern(a, { x }) { arguments[0] = "A"; return [a, x].join(); }
console.log(strictArgs(1), withDefault(1, 2), withRest(1, 2, 3), withPattern(1, { x: 2 }));
function unmap(a, b) { delete arguments[0]; arguments[0] = "new"; b = "changed"; return [a, arguments[0], arguments[1]].join(); }
console.log(unmap(1, 2));
function frozen(a) { Object.defineProperty(arguments, 0, { writable: false }); a = "later"; return [a, arguments[0]].join(); }
console.log(frozen(1));
function captured(a) { const f = () => arguments[0]; const g = () => a; a = 2; arguments[0] += 10; return [f(), g()].join(); }
console.log(captured(1));
function duplicate(a, a) { arguments[1] = "second"; return [a, arguments[0]].join(); }
console.log(duplicate(1, 2));
function lengthChange() { arguments.length = 1; return Array.prototype.slice.call(arguments).join(); }
console.log(lengthChange(1, 2, 3));
function leak() { return arguments; }
const l = leak(1, "two", [3]);
console.log(l.length, l[1], Object.prototype.toString.call(l), Array.isArray(l), [...l].length, Object.keys(l).join(), typeof l.callee);
function shadowed(arguments) { return arguments; }
function varArguments() { var arguments; return typeof arguments; }
function letArguments() { let arguments = 5; return arguments; }
function innerFunction() { function arguments() {} return typeof arguments; }
console.log(shadowed(7), varArguments(1), letArguments(1), innerFunction());
function pass() { return alias.apply(this, arguments); }
console.log(pass("x", "y", "z"));
function sum() { let t = 0; for (let i = 0; i < arguments.length; i++) t += arguments[i]; return t; }
let hot = 0;
for (let i = 0; i < 2000; i++) hot += sum(i, 1, 2) + sum() + sum(0.5);
console.log(hot, sum("a", 1));
function hotAlias(a, n) { for (let i = 0; i < n; i++) { arguments[0] += 1; a += 1; } return a + arguments[0]; }
console.log(hotAlias(0, 1500));
try { (function () { "use strict"; return arguments.callee; })(); } catch (e) { console.log(e.name); }
