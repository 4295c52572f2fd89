// Trees: a red-black map, a quad tree filled at random, binary trees made and checked.

const RED = 0, BLACK = 1;
class Node {
  constructor(key, value) {
    this.key = key;
    this.value = value;
    this.left = undefined;
    this.right = undefined;
    this.parent = undefined;
    this.color = RED;
  }
}
class TreeMap {
  constructor(compare) {
    this.root = undefined;
    this.compare = compare;
  }
  put(key, value) {
    let parent;
    let x = this.root;
    while (x) {
      parent = x;
      const order = this.compare(key, x.key);
      if (order === 0) { x.value = value; return; }
      x = order < 0 ? x.left : x.right;
    }
    const node = new Node(key, value);
    node.parent = parent;
    if (!parent) this.root = node;
    else if (this.compare(key, parent.key) < 0) parent.left = node;
    else parent.right = node;
    this.fix(node);
  }
  fix(x) {
    while (x !== this.root && x.parent.color === RED) {
      const grand = x.parent.parent;
      if (x.parent === grand.left) {
        const uncle = grand.right;
        if (uncle && uncle.color === RED) {
          x.parent.color = BLACK; uncle.color = BLACK; grand.color = RED;
          x = grand;
        } else {
          if (x === x.parent.right) { x = x.parent; this.rotateLeft(x); }
          x.parent.color = BLACK; grand.color = RED;
          this.rotateRight(grand);
        }
      } else {
        const uncle = grand.left;
        if (uncle && uncle.color === RED) {
          x.parent.color = BLACK; uncle.color = BLACK; grand.color = RED;
          x = grand;
        } else {
          if (x === x.parent.left) { x = x.parent; this.rotateRight(x); }
          x.parent.color = BLACK; grand.color = RED;
          this.rotateLeft(grand);
        }
      }
    }
    this.root.color = BLACK;
  }
  replace(x, y) {
    y.parent = x.parent;
    if (!x.parent) this.root = y;
    else if (x === x.parent.left) x.parent.left = y;
    else x.parent.right = y;
    x.parent = y;
  }
  rotateLeft(x) {
    const y = x.right;
    x.right = y.left;
    if (y.left) y.left.parent = x;
    this.replace(x, y);
    y.left = x;
  }
  rotateRight(x) {
    const y = x.left;
    x.left = y.right;
    if (y.right) y.right.parent = x;
    this.replace(x, y);
    y.right = x;
  }
  get(key) {
    let x = this.root;
    while (x) {
      const order = this.compare(key, x.key);
      if (order === 0) return x.value;
      x = order < 0 ? x.left : x.right;
    }
    return undefined;
  }
  forEach(callback) {
    const walk = (x) => {
      if (!x) return;
      walk(x.left);
      callback(x.key, x.value);
      walk(x.right);
    };
    walk(this.root);
  }
}
let seed = 5;
function random() {
  seed = (seed * 1103515245 + 12345) & 0x7fffffff;
  return seed >> 8;
}
function storage(depth) {
  if (depth === 1) return new Array((random() % 10) + 1);
  const children = new Array(4);
  for (let i = 0; i < 4; i++) children[i] = storage(depth - 1);
  return children;
}
function leaves(tree) {
  return tree[0] === undefined ? 1 : leaves(tree[0]) + leaves(tree[1]) + leaves(tree[2]) + leaves(tree[3]);
}
function bottomUp(depth) {
  return depth === 0 ? { left: null, right: null } : { left: bottomUp(depth - 1), right: bottomUp(depth - 1) };
}
function check(tree) {
  return tree.left === null ? 1 : 1 + check(tree.left) + check(tree.right);
}
function work() {
  seed = 5;
  const numbers = new TreeMap((a, b) => a - b);
  const names = new TreeMap((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  for (let i = 0; i < 500; i++) {
    const key = random() % 1000;
    numbers.put(key, i);
    names.put("k" + key, key);
  }
  let sum = 0;
  numbers.forEach((key, value) => { sum += key ^ value; });
  names.forEach((key, value) => { sum += key.length + (value & 1); });
  for (let i = 0; i < 500; i++) if (numbers.get(i) !== undefined) sum++;
  return sum + leaves(storage(5)) + check(bottomUp(9));
}

const EXPECTED = 198672;
const times = [];
const begun = performance.now();
for (let round = 0; round < 30 || (round < 100000 && performance.now() - begun < 3000); round++) {
  const start = performance.now();
  const result = work();
  times.push(performance.now() - start);
  if (result !== EXPECTED) {
    throw new Error("round " + round + ": expected " + EXPECTED + ", got " + result);
  }
}
console.log("trees", EXPECTED);
console.log("#times", times.map((t) => t.toFixed(3)).join(" "));
