// parseInt and elements of arguments, in every tier.
const inputs = ["0", "7", "42", "007", "123456789", "1234567890", "99999999999", "12px", "px", "", " 5", "5 ", "-3", "+4", "0x1f", "1e3", "1.9", "é", "5é", "٣",
  5, -5, 0, -0, 2147483647, -2147483648, 1.9, -1.9, 0.5, -0.5, 5e-7, 1e21, 1e10, 2147483648.5, -2147483648.5, NaN, Infinity, null, undefined, true, [8], { valueOf: () => 1, toString: () => "3" }, 12n];
let text = "";
const show = (x) => (Object.is(x, -0) ? "-0" : String(x));
for (let round = 0; round < 150; round++) {
  text = inputs.map((x) => [parseInt(x), parseInt(x, 10), parseInt(x, undefined), parseInt(x, 16), parseInt(x, 2), parseInt(x, 0), Number.parseInt("1" + (round % 10))].map(show).join(" ")).join("\n");
}
console.log(text, show(parseInt()), inputs.slice(0, 6).map(Number.parseInt).join());
function all() { let s = ""; for (let i = -1; i <= arguments.length; i++) s += arguments[i] + ","; return s; }
function changed(a, b) { arguments[0] = "x"; arguments[3] = "y"; return a + b + arguments[0] + arguments[2] + arguments[3] + arguments.length; }
function captured(a) { const f = () => a; arguments[0] += 1; a += 1; return f() + "/" + arguments[0] + "/" + arguments[1]; }
function strict(a) { "use strict"; arguments[0] = 9; return a + arguments[0] + arguments[arguments.length - 1]; }
for (let round = 0; round < 200; round++) text = [all(), all(1), all("a", round, 3, 4, 5, 6), changed(1, 2), changed(1, 2, 3, 4), captured(round, 2), strict(1, round)].join(" ");
console.log(text);
Object.prototype[2] = "inherited";
console.log(all(1), all(1, 2, 3));
