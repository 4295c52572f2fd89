// What the launcher runs once to fill its ahead-of-time cache: a little of everything that a short program uses, long
// enough to get through every tier, so that the cache has the classes of the whole engine and profiles of the compilers.
class Point {
  #norm = null;
  constructor(x, y) { this.x = x; this.y = y; }
  get norm() { return this.#norm ??= Math.hypot(this.x, this.y); }
  plus(that) { return new Point(this.x + that.x, this.y + that.y); }
  static origin = new Point(0, 0);
}
class Circle extends Point {
  constructor(x, y, r) { super(x, y); this.r = r; }
  area() { return 3.14 * this.r * this.r; }
}
class Square extends Point {
  area() { return this.x * this.y; }
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

function shapes(n) {
  const list = [];
  for (let i = 0; i < n; i++) list.push(i & 1 ? new Circle(i, i, 0.5) : new Square(i, 2));
  let total = 0;
  for (const shape of list) total += shape.area() + shape.plus(Point.origin).x;
  return total;
}
function tree(depth) {
  return depth === 0 ? { value: 1, left: null, right: null } : { value: depth, left: tree(depth - 1), right: tree(depth - 1) };
}
function weigh(node) {
  return node === null ? 0 : node.value + weigh(node.left) + weigh(node.right);
}
function text(n) {
  const counts = new Map();
  let line = '';
  for (let i = 0; i < n; i++) {
    const key = 'k' + (i % 17);
    counts.set(key, (counts.get(key) || 0) + 1);
    line += key;
    if (line.charCodeAt(i % line.length) === 107) line += '-';
  }
  return line.length + counts.size;
}
function grid(n) {
  const cells = new Float64Array(n * n);
  const seen = new Uint8Array(n * n);
  for (let y = 0; y < n; y++) {
    for (let x = 0; x < n; x++) {
      cells[y * n + x] = Math.sqrt(x * x + y * y) / (1 + ((x ^ y) & 7));
      seen[y * n + x] ^= (x * y) >> 1;
    }
  }
  let total = 0;
  for (let i = 0; i < cells.length; i++) total += cells[i] * seen[i];
  return total;
}
function pipeline(n) {
  const step = n % 7;
  const next = (() => { let k = 0; return () => (k += step); })();
  return numbers.map(x => x + next()).filter(x => x % 3 !== 0).reduce((a, b) => a + b, 0);
}
function sieve(n) {
  const flags = [];
  for (let i = 0; i <= n; i++) flags[i] = true;
  let count = 0;
  for (let i = 2; i <= n; i++) {
    if (!flags[i]) continue;
    count++;
    for (let j = i + i; j <= n; j += i) flags[j] = false;
  }
  return count;
}
let check = 0;
for (let round = 0; round < 20; round++) {
  check += shapes(300) + weigh(tree(8)) + text(400) + grid(40) + pipeline(round) + sieve(2000);
}
console.log(sum([1.5, 2, 'x']), new Point(3, 4).norm, JSON.stringify(rest), [...numbers.keys()].map(n => n * 2).length, check > 0);
