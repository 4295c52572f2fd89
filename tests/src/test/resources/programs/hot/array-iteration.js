// for-of and destructuring of arrays, while what they rely on changes: length, kind, holes, prototypes, the protocol itself.

function total(list) {
  let sum = 0;
  for (const x of list) sum += x;
  return sum;
}
function run(list, n) {
  let last;
  for (let i = 0; i < n; i++) last = total(list);
  return last;
}
console.log(run([1, 2, 3], 300), run([1.5, 2.5], 300), run([], 300), run(["a", "b"], 300), run([1, , 3], 300));
console.log(run(new Set([4, 5]), 300), run("123", 300), run(new Uint8Array([250, 10]), 300));

// The array grows, shrinks and changes kind in the loop.
function grow(list, limit) {
  let seen = 0;
  for (const x of list) {
    seen++;
    if (list.length < limit) list.push(x + 0.5);
    else if (seen === limit - 2) list.length = limit - 1;
    else if (seen === 5) list[6] = "text";
  }
  return seen + ":" + list.length + ":" + list[6];
}
for (let i = 0; i < 200; i++) grow([1, 2], 12);
console.log(grow([1, 2], 12));

// break, return and exceptions in the middle; what was counted before stays counted.
function find(list, wanted) {
  let steps = 0;
  try {
    for (const [key, value] of list) {
      steps++;
      if (key === wanted) return steps + value;
      if (value === null) throw new Error("null at " + steps);
    }
  } catch (e) {
    return e.message;
  }
  return "none of " + steps;
}
const pairs = [["a", 1], ["b", 2], ["c", 3], ["d", null], ["e", 5]];
let out = "";
for (let i = 0; i < 300; i++) out = [find(pairs, "a"), find(pairs, "c"), find(pairs, "e"), find([], "x")].join();
console.log(out);

// Destructuring: missing elements, defaults, rest, swaps, nested, elements that appear behind the end.
function shape([a, b = a + 1, [c, d] = [7, 8], ...rest]) {
  [a, b] = [b, a];
  return a + b * 10 + c * 100 + d * 1000 + rest.length;
}
let sum = 0;
for (let i = 0; i < 400; i++) sum += shape([i]) + shape([1, 2, [3, 4], 5, 6]) + shape([1, undefined, [i]].slice(0, 2));
console.log(sum);
function late(list) {
  const [x = (list.push(9), 1), y, z] = list;
  return [x, y, z].join();
}
for (let i = 0; i < 200; i++) out = late([]) + late([1]) + late([1, 2, 3, 4]);
console.log(out);

// Inlined iteration, nested and in a callee that iterates different things.
const inner = (list) => { let n = 0; for (const x of list) n += x.length; return n; };
function nested(lists) {
  let n = 0;
  for (const list of lists) n += inner(list);
  for (const list of lists) for (const x of list) n += x.length * 10;
  return n;
}
const words = [["ab", "c"], ["def"], []];
for (let i = 0; i < 300; i++) out = nested(words);
console.log(out, nested([new Set(["xy"]), ["z"]]));

// Elements on a prototype behind holes; a method "return"; another next; another Symbol.iterator.
Array.prototype[1] = 40;
console.log(run([1, , 3], 50));
delete Array.prototype[1];
const arrayIterator = Object.getPrototypeOf([][Symbol.iterator]());
let closed = 0;
arrayIterator.return = function () { closed++; return {}; };
for (let i = 0; i < 50; i++) find(pairs, "b");
console.log(closed);
delete arrayIterator.return;
const next = arrayIterator.next;
let calls = 0;
arrayIterator.next = function () { calls++; return next.call(this); };
console.log(run([1, 2, 3], 20), calls);
arrayIterator.next = next;
const values = Array.prototype[Symbol.iterator];
Array.prototype[Symbol.iterator] = function* () { yield 100; };
console.log(run([1, 2, 3], 20));
Array.prototype[Symbol.iterator] = values;
const own = [1, 2];
own[Symbol.iterator] = function* () { yield 1000; };
console.log(run(own, 20), run([5], 20));
