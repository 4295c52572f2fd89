// Call sites with several targets: bodies inlined behind tests, and everything else behind them.

const makeAdder = (n) => (x) => x + n;
const kinds = [
  { name: "a", run(x) { return x + 1; } },
  { name: "b", run(x) { return this.name + x; } },
  { name: "c", run: makeAdder(3) },
  { name: "d", run: Math.abs },
  { name: "e", run: makeAdder(5).bind(null) },
];

function runAll(list, n) {
  let total = 0;
  let text = "";
  for (let i = 0; i < n; i++) {
    const r = list[i % list.length].run(i);
    if (typeof r === "number") total += r;
    else text = r;
  }
  return total + text;
}
console.log(runAll(kinds.slice(0, 2), 600));
console.log(runAll(kinds.slice(0, 3), 600));
console.log(runAll(kinds, 600));

// The callee is no function, or a class, late.
const callees = [(x) => x, (x) => -x, class K {}, undefined, 5, "s"];
function callAll(n, limit) {
  const errors = [];
  let sum = 0;
  for (let i = 0; i < n; i++) {
    const f = callees[i % 100 === 99 ? 2 + ((i / 100) | 0) % limit : i & 1];
    try {
      sum += f(i);
    } catch (e) {
      errors.push(e.constructor.name + ": " + e.message);
    }
  }
  return sum + "\n" + errors.join("\n");
}
console.log(callAll(800, 4));

// An inlined target throws, exits and recurses.
const visitors = {
  num: (node, go) => node.value,
  add: (node, go) => go(node.left) + go(node.right),
  mul: (node, go) => {
    const l = go(node.left);
    if (l === 77) throw new Error("seventy-seven");
    return l * go(node.right);
  },
};
function evaluate(node) {
  return visitors[node.kind](node, evaluate);
}
const num = (value) => ({ kind: "num", value });
const tree = { kind: "add", left: { kind: "mul", left: num(3), right: num(4) }, right: num(0.5) };
let sum = 0;
for (let i = 0; i < 800; i++) {
  tree.left.left.value = i % 100 === 77 ? 77 : i % 90 === 1 ? "5" : i;
  try {
    sum += evaluate(tree);
  } catch (e) {
    sum += 1000000;
  }
}
console.log(sum);

// Compound assignment to elements with keys of all kinds.
function bump(target, keys, n) {
  for (let i = 0; i < n; i++) {
    target[keys[i % keys.length]] += i;
  }
  return JSON.stringify(target);
}
console.log(bump([1, 2, 3], [0, 1, 2], 300));
console.log(bump({ "-1": 0, a: 1, "1.5": 2 }, [-1, "a", 1.5], 300));
const key = { toString() { return "a"; } };
console.log(bump({ a: 1 }, [key, "a"], 100));
