// Iterations over arrays: opened and closed without a call, until something that they look up is changed.
const log = [];
function pairs(list) {
  let s = 0;
  for (const [a, b = 10] of list) s += a * b;
  return s;
}
function swap(a) { [a[0], a[1]] = [a[1], a[0]]; return a; }
function first(a) { const [x] = a; return x; }
function until(a, n) { for (const x of a) if (x === n) return "found " + x; return "none"; }
function rest(a) { const [x, ...others] = a; return x + ":" + others.join(); }
function all(tag) {
  for (let i = 0; i < 60; i++) { pairs([[1, 2], [3]]); swap([1, 2]); first([i]); until([1, 2, 3], 2); rest([1, 2, 3]); }
  log.push([tag, pairs([[1, 2], [3], [4, , 5]]), swap([1, 2]).join(), first([]), until([1, 2, 3], 2), until([], 1), rest([7, 8, 9])].join(" "));
}
all("plain");
Array.prototype.extra = 1;
all("another property of Array.prototype");
delete Array.prototype.extra;
all("deleted again");
const ArrayIterator = Object.getPrototypeOf([][Symbol.iterator]());
let closed = 0;
ArrayIterator.return = function () { closed++; return {}; };
all("with return");
log.push("closed " + closed);
delete ArrayIterator.return;
closed = 0;
all("without return");
log.push("closed " + closed);
const next = ArrayIterator.next;
let steps = 0;
ArrayIterator.next = function () { steps++; return next.call(this); };
all("with another next");
log.push("steps " + steps);
ArrayIterator.next = next;
all("with the old next");
const values = Array.prototype[Symbol.iterator];
let opened = 0;
Array.prototype[Symbol.iterator] = function () { opened++; return values.call(this); };
all("with another iterator");
log.push("opened " + opened);
Array.prototype[Symbol.iterator] = values;
all("with the old iterator");
const own = [1, 2];
own[Symbol.iterator] = function* () { yield 40; yield 2; };
log.push(first(own) + " " + until(own, 2));
class List extends Array { *[Symbol.iterator]() { yield "list"; } }
log.push(first(new List(3)));
function leave(a) { try { for (const x of a) throw new Error("left at " + x); } catch (e) { return e.message; } }
for (let i = 0; i < 60; i++) leave([i]);
log.push(leave([5, 6]));
try { first(null); } catch (e) { log.push(e.name); }
try { pairs([1]); } catch (e) { log.push(e.name); }
console.log(log.join("\n"));
