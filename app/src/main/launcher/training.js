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
class Lexer {
  constructor(source) { this.source = source; this.at = 0; }
  next() {
    const source = this.source;
    while (this.at < source.length && source[this.at] === ' ') this.at++;
    if (this.at >= source.length) return { kind: 'end', text: '' };
    const start = this.at;
    const c = source.charAt(start);
    if (c >= '0' && c <= '9') {
      while (this.at < source.length && source[this.at] >= '0' && source[this.at] <= '9') this.at++;
      return { kind: 'number', text: source.slice(start, this.at) };
    }
    this.at++;
    switch (c) {
      case '+': case '-': return { kind: 'sum', text: c };
      case '*': case '/': case '%': return { kind: 'product', text: c };
      default: return { kind: 'other', text: source.substring(start, this.at) };
    }
  }
}
class Calculator {
  constructor(text) { this.lexer = new Lexer(text); this.token = this.lexer.next(); }
  take() { const token = this.token; this.token = this.lexer.next(); return token; }
  sum() {
    let value = this.product();
    while (this.token.kind === 'sum') value = this.take().text === '+' ? value + this.product() : value - this.product();
    return value;
  }
  product() {
    let value = this.atom();
    while (this.token.kind === 'product') {
      const operator = this.take().text;
      const right = this.atom();
      value = operator === '*' ? value * right : operator === '/' ? (value / right) | 0 : value % right;
    }
    return value;
  }
  atom() {
    const token = this.take();
    if (token.text === '(') { const value = this.sum(); this.take(); return value; }
    if (token.kind !== 'number') throw new SyntaxError(`unexpected ${token.text || token.kind}`);
    return parseInt(token.text, 10);
  }
}
function calculate(n) {
  let total = 0;
  for (let i = 1; i <= n; i++) {
    try {
      total += new Calculator(i % 9 === 0 ? `${i} + * 2` : `(${i} + 4) * 7 - ${i} % 3 + 10 / 2`).sum();
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      total -= error.message.length;
    }
  }
  return total;
}
const creatures = [
  () => ({ legs: 2, weigh(x) { return x + this.legs; } }),
  () => ({ wings: 2, legs: 2, weigh(x) { return x * 0.5; } }),
  () => ({ fins: 3, weigh(x) { return this.fins + x; } }),
  () => ({ name: 'worm', weigh: x => x | 0 }),
  () => ({ shell: true, legs: 0, weigh(x) { return this.shell ? x : 0; } }),
  () => ({ tail: 1.5, weigh(x) { return this.tail * x; } }),
];
function menagerie(n) {
  let total = 0;
  for (let i = 0; i < n; i++) {
    const creature = creatures[(i * 7) % creatures.length]();
    total += creature.weigh(i) + (creature.legs ?? 1);
    if ('wings' in creature) delete creature.wings;
  }
  return total;
}
function* count(n) { for (let i = 0; i < n; i++) yield i; }
function collections(n) {
  const seen = new Set();
  const queue = [];
  const table = {};
  for (const i of count(n)) {
    queue.push([i, String(i % 13)]);
    seen.add(i % 29);
  }
  let total = 0;
  while (queue.length > 0) {
    const [number, key] = queue.length % 2 ? queue.pop() : queue.shift();
    table[key] = (table[key] ?? 0) + number;
    if (seen.has(number)) total++;
  }
  for (const key in table) total += table[key];
  for (const [key, value] of Object.entries(table)) total += key.length + value;
  const sorted = Object.keys(table).sort((a, b) => table[b] - table[a]);
  const copy = JSON.parse(JSON.stringify({ table, sorted, nested: [{ a: [1.5, null, true] }] }));
  return total + copy.sorted.indexOf('3') + [...seen].reverse().concat(sorted).length;
}
function lines(n) {
  const words = 'the quick brown fox jumps over the lazy dog'.split(' ');
  let out = '';
  let hash = 0;
  for (let i = 0; i < n; i++) {
    const word = words[i % words.length];
    out += word[0].toUpperCase() + word.slice(1).padEnd(7, '.') + (i % 5 ? ',' : '\n');
    for (let k = 0; k < word.length; k++) hash = (Math.imul(hash, 31) + word.charCodeAt(k)) | 0;
  }
  const found = out.replace(/([a-z])o/g, (_, c) => c + '0').match(/[A-Z]\w+/g);
  return hash + found.join('-').length + out.split('\n').map(line => line.trim()).filter(Boolean).length;
}
class Body {
  constructor(x, mass) { this.x = x; this.v = 0.25; this.mass = mass; }
  get energy() { return 0.5 * this.mass * this.v ** 2; }
  set speed(v) { this.v = v; }
}
function simulate(n) {
  const bodies = Array.from({ length: 6 }, (_, i) => new Body(i * 1.5, i + 1));
  let energy = 0;
  for (let step = 0; step < n; step++) {
    for (const a of bodies) {
      for (const b of bodies) {
        if (a === b) continue;
        const d = a.x - b.x;
        a.speed = a.v - d * b.mass / (Math.abs(d * d * d) + 0.01) * 0.001;
      }
    }
    for (const body of bodies) { body.x += body.v * 0.001; energy += body.energy; }
  }
  return energy;
}
function bits(n) {
  let state = 12345 >>> 0;
  const histogram = new Int32Array(16);
  for (let i = 0; i < n; i++) {
    state ^= state << 13; state ^= state >>> 17; state ^= state << 5;
    histogram[state & 15] += 1;
  }
  return histogram.reduce((a, b) => Math.max(a, b), 0);
}
function permute(list, from, visit) {
  if (from === list.length) { visit(list); return; }
  for (let i = from; i < list.length; i++) {
    [list[from], list[i]] = [list[i], list[from]];
    permute(list, from + 1, visit);
    [list[from], list[i]] = [list[i], list[from]];
  }
}
let check = 0;
for (let round = 0; round < 20; round++) {
  check += shapes(300) + weigh(tree(8)) + text(400) + grid(40) + pipeline(round) + sieve(2000);
  check += calculate(120) + menagerie(300) + collections(150) + lines(60) + simulate(30) + bits(3000);
  permute([1, 2, 3, 4, 5], 0, list => { check += list[0] * list[4]; });
}
console.log(sum([1.5, 2, 'x']), new Point(3, 4).norm, JSON.stringify(rest), [...numbers.keys()].map(n => n * 2).length, check > 0);
