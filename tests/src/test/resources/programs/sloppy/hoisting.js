// var and function hoisting, functions in blocks, redeclaration, name of function expressions.
console.log(typeof hoisted, typeof notYet, hoisted());
function hoisted() { return "first"; }
var notYet = 1;
function twice() { return 1; }
function twice() { return 2; }
console.log(twice());
var redeclared = 1;
var redeclared;
console.log(redeclared);
function f(x) { var x; return x; }
function g(x) { var x = 2; return x; }
function h(x) { function x() {} return typeof x; }
function i(x) { return typeof x; var x = "s"; }
console.log(f(1), g(1), h(1), i(1));
console.log(typeof inBlock, typeof inIf);
{ function inBlock() { return "block"; } }
if (true) { function inIf() { return "if"; } }
console.log(inBlock(), inIf());
function nested() { const before = typeof later; { later = 5; function later() {} later = 6; } return before + typeof later; }
console.log(nested());
function conditional(c) { if (c) { function only() { return "yes"; } } return typeof only; }
console.log(conditional(true), conditional(false));
function sw(v) { switch (v) { case 1: function inner() { return "sw"; } } return typeof inner === "function" ? inner() : "none"; }
console.log(sw(1), sw(2));
for (var k = 0; k < 2; k++) { var once; if (k === 0) once = "kept"; }
console.log(once, k);
console.log(typeof expr, (function expr() { return typeof expr; })());
function paramScope(a, b = () => a) { var a = "var"; return a + b(); }
console.log(paramScope("param"));
var fnVar = 1;
function fnVar() {}
console.log(typeof fnVar);
try { hoistCatch; var hoistCatch = 1; } catch (hoistCatch) { var hoistCatch = 2; }
console.log(hoistCatch);
(function () { "use strict"; { function local() {} } console.log(typeof local); })();
label: function labelled() {}
console.log(typeof labelled, typeof globalThis.hoistedNever);
{ let shadow = 1; { var fromInner = shadow; } }
console.log(fromInner);
