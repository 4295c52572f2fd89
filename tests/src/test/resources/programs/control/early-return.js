// Functions with many exits, guards, and loops that return from inside.
function classify(n) { if (typeof n !== "number") return "not a number"; if (n !== n) return "NaN"; if (n === Infinity || n === -Infinity) return "infinite"; if (n === 0) return 1 / n < 0 ? "minus zero" : "zero"; if (n % 1) return "fraction"; return n > 0 ? "positive" : "negative"; }
console.log([1, -1, 0, -0, 1.5, NaN, -Infinity, "1", null].map(classify).join("; "));
function find2d(m, v) { for (let i = 0; i < m.length; i++) for (let j = 0; j < m[i].length; j++) if (m[i][j] === v) return [i, j]; return null; }
console.log(find2d([[1, 2], [3, 4]], 4).join(), find2d([[1]], 5));
function collatz(n) { for (let steps = 0; ; steps++) { if (n === 1) return steps; n = n % 2 ? 3 * n + 1 : n / 2; } }
console.log([1, 7, 27, 97].map(collatz).join());
function noReturn() {}
function bare() { return; }
function fallsOff(x) { if (x) return 1; }
console.log(noReturn(), bare(), fallsOff(0), fallsOff(1), (() => {})(), (() => ({}))() instanceof Object);
function unreachable() { return 1; var x = 2; function y() {} return x; }
console.log(unreachable());
const isPrime = (n) => { if (n < 2) return false; if (n % 2 === 0) return n === 2; for (let d = 3; d * d <= n; d += 2) if (n % d === 0) return false; return true; };
let primes = 0;
for (let i = 0; i < 1500; i++) if (isPrime(i)) primes++;
console.log(primes);
function asi() {
  return
  1;
}
console.log(asi());
const v = asi
;(function () { console.log("after asi"); })()
function nestedReturn() { return (() => { return (() => { return "inner"; })() + "!"; })() + "?"; }
console.log(nestedReturn());
