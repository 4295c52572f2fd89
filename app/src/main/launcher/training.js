// What the launcher runs once to fill its ahead-of-time cache: a little of everything that a short program uses, long
// enough to get through every tier, so that the classes of the whole engine are in the cache.
class Point {
  #norm = null;
  constructor(x, y) { this.x = x; this.y = y; }
  get norm() { return this.#norm ??= Math.hypot(this.x, this.y); }
  static origin = new Point(0, 0);
}
function sum(list, pick = value => value) {
  let total = 0;
  for (let i = 0; i < list.length; i++) total += pick(list[i]);
  return total;
}
const numbers = [];
for (let i = 0; i < 200; i++) numbers.push(i);
for (let round = 0; round < 200; round++) sum(numbers);
const { length, ...rest } = { length: 3, a: 1, b: [2, ...numbers.slice(0, 3)] };
const words = new Map([['one', 1], ['two', 2]]);
for (const [word, value] of words) rest[word] = value;
try {
  null.property;
} catch (error) {
  rest.error = String(error);
} finally {
  rest.done = true;
}
switch (typeof rest) {
  case 'object': rest.kind = `${typeof rest} with ${Object.keys(rest).length} keys`;
}
console.log(sum([1.5, 2, 'x']), new Point(3, 4).norm, JSON.stringify(rest), [...numbers.keys()].map(n => n * 2).length);
