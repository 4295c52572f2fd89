// Object allocation: binary trees built, walked and dropped, and short-lived points.

function tree(depth) {
  return depth === 0 ? { left: null, right: null } : { left: tree(depth - 1), right: tree(depth - 1) };
}

function count(node) {
  return node.left === null ? 1 : 1 + count(node.left) + count(node.right);
}

function work() {
  let sum = 0;
  for (let i = 0; i < 6; i++) {
    sum += count(tree(10));
  }
  let p = { x: 0, y: 0 };
  for (let i = 0; i < 40000; i++) {
    const d = { x: i & 3, y: i & 7 };
    p = { x: p.x + d.x, y: p.y + d.y };
  }
  return sum + p.x * 3 + p.y;
}

const EXPECTED = 332282;
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
console.log("allocation", EXPECTED);
console.log("#times", times.map((t) => t.toFixed(3)).join(" "));
