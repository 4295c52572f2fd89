// Recursion and calls of functions that take numbers: what is passed changes its type, overflows, is −0 or NaN, is left out, is too much.
const log = (...values) => console.log(...values.map(v => Object.is(v, -0) ? '-0' : v));

function fib(n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }
log(fib(17), fib(16.5), fib('7'), fib(0), fib(-0));

function power(x, n) { return n === 0 ? 1 : x * power(x, n - 1); }
let sum = 0;
for (let i = 0; i < 400; i++) sum += power(1.01, i % 30);
log(sum.toFixed(6), power(2, 40), power(-0, 3), power(3, 5), power('2', 3), power(0.5, 0));

// An int32 argument grows out of its range; a double one becomes an integer.
function grow(a, depth) { return depth === 0 ? a : grow(a + 700000000, depth - 1); }
for (let i = 0; i < 300; i++) grow(i, 2);
log(grow(1, 2), grow(1, 9), grow(0.5, 3), grow('s', 2), grow(-0, 0));
function halve(x, n) { return n < 1 ? x : halve(x / 2, n - 1); }
for (let i = 0; i < 300; i++) halve(i + 0.5, 3);
log(halve(64, 3), halve(-0, 2), 1 / halve(-0, 1), halve(NaN, 2), halve('8', 1), [10, 20, 30][halve(4, 1)]);

// Another type on the way down, for one argument and then for the other.
function mixed(a, b, n) {
  if (n === 0) return a + b;
  if (n === 5) return mixed(a, b + 'x', n - 1);
  if (n === 9) return mixed(a + 0.25, b, n - 1);
  return mixed(a + 1, b + 2, n - 1);
}
for (let i = 0; i < 300; i++) mixed(i, i, 4);
log(mixed(1, 2, 4), mixed(1, 2, 7), mixed(1, 2, 12), mixed(1.5, 2, 3), mixed(null, true, 2));

// Fewer and more arguments, defaults, rest, arguments.
function three(a, b, c) { return a < 1 ? [a, b, c].join() : three(a - 1, b); }
for (let i = 0; i < 300; i++) three(3, i, i);
log(three(0, 1, 2), three(2, 1, 2), three(2));
function more(a) { return a < 1 ? a : more(a - 1, 'surplus', a, {}); }
for (let i = 0; i < 300; i++) more(5);
log(more(7), more(2.5));
function byDefault(a, b = a * 2) { return a > 5 ? b : byDefault(a + 1); }
for (let i = 0; i < 300; i++) byDefault(i & 3);
log(byDefault(0), byDefault(6, 1), byDefault(0.5));
function counted(a, b) { return a < 1 ? arguments.length + b : counted(a - 1, b); }
for (let i = 0; i < 300; i++) counted(3, i);
log(counted(4, 1), counted(0.5, 'b'));

// Parameters that are written, kept in closures, used as words as well.
function written(n, acc) { acc += n; n--; return n < 0 ? acc : written(n, acc); }
for (let i = 0; i < 300; i++) written(5, i);
log(written(6, 1), written(6, 0.5), written(2.5, 1));
function kept(n, fs) { fs.push(() => n * 10); return n < 1 ? fs.map(f => f()).join() : kept(n - 1, fs); }
for (let i = 0; i < 200; i++) kept(3, []);
log(kept(4, []), kept(1.5, []));
function shown(n) { return n < 1 ? String(n) : `${n} ${shown(n - 1)}`; }
for (let i = 0; i < 300; i++) shown(4);
log(shown(5), shown(2.25));

// Many parameters, and of both kinds.
function many(a, b, c, d, e, f, g, h, i, j, k, l, n) { return n === 0 ? a + b + c + d + e + f + g + h + i + j + k + l : many(b, c, d, e, f, g, h, i, j, k, l, a, n - 1); }
function both(a, x, b, y, c, z, d, n) { return n < 1 ? a * x + b * y + c * z - d : both(b, y, c, z, d, x, a, n - 1); }
for (let i = 0; i < 200; i++) { many(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, i, 5); both(i, 0.5, 2, 1.5, 3, 2.5, 4, 6); }
log(many(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 7), both(1, 0.5, 2, 1.5, 3, 2.5, 4, 5), both(1, 2, 3, 4, 5, 6, 7, 8), both('1', 2, 3, 4, 5, 6, 7, 2));

// Methods, constructors, mutual recursion.
class Node {
  constructor(depth, scale) { this.value = depth * scale; this.left = depth > 0 ? new Node(depth - 1, scale) : null; }
  total(k) { return this.value * k + (this.left === null ? 0 : this.left.total(k + 0.5)); }
}
let total = 0;
for (let i = 0; i < 200; i++) total += new Node(6, 0.5).total(1) + new Node(3, i).total(2);
log(total, new Node(4, '2').total(1), new Node(2, 1).total('3'));
const even = n => n === 0 ? true : odd(n - 1);
const odd = n => n === 0 ? false : even(n - 1);
for (let i = 0; i < 300; i++) even(i & 31);
log(even(40), odd(40), even(6.0), (() => { try { return even(0.5); } catch (e) { return e instanceof RangeError; } })());

// Exceptions and stack overflow through such calls, and what the stack says.
function deep(n, x) { if (n === 0) throw new Error('at ' + x); return deep(n - 1, x + 0.5) + 1; }
function safe(n, x) { try { return deep(n, x); } catch (e) { return e.message; } }
for (let i = 0; i < 300; i++) safe(4, i);
log(safe(3, 1), safe(3, 'a'));
try { deep(3, 1); } catch (e) { log(e.stack.split('\n').slice(1, 5).map(line => line.trim().split(' ')[1]).join()); }
function bottomless(n, x) { return bottomless(n + 1, x * 1.5) + 1; }
for (let i = 0; i < 3; i++) { try { bottomless(i, 0.5); } catch (e) { log(e instanceof RangeError); } }
function caught(n) { try { return n < 1 ? n : caught(n - 1) + 1; } catch (e) { return -1; } finally { sum++; } }
for (let i = 0; i < 300; i++) caught(4);
log(caught(6), caught(2.5), sum | 0);

// A NaN with other bits than the usual one stays a NaN wherever it goes.
const bits = new Uint32Array([0x12345678, 0x7ff80abc, 1, 0xfff7ffff]);
const nans = new Float64Array(bits.buffer);
function carry(x, n, list) { if (n === 0) { list.push(x); return x; } return carry(x + 0, n - 1, list); }
function pass(x, n) { return n === 0 ? { x } : pass(x, n - 1); }
function plus(x, n) { return n === 0 ? x + 1 : plus(x, n - 1); }
for (let i = 0; i < 300; i++) { carry(i + 0.5, 2, []); pass(i + 0.5, 2); plus(i + 0.5, 3); }
for (const nan of nans) log(carry(nan, 2, []), pass(nan, 2), plus(nan, 2), Object.is(plus(nan, 1), NaN));
for (let i = 0; i < 200; i++) plus(nans[i & 1], 3);

// The function is replaced while calls of it wait.
let target = (n, x) => n === 0 ? x : target(n - 1, x + 1);
for (let i = 0; i < 300; i++) target(5, i);
const old = target;
target = (n, x) => n === 0 ? 'new ' + x : old(n - 1, x * 2);
log(old(5, 1), target(0, 1), old(1, 0.5));
