// Arrays by their methods: queues and stacks, slice, splice, concat, indexOf, find, every, flatMap, reverse, fill, includes.

class Queue {
  constructor() { this.items = []; }
  put(x) { this.items.push(x); }
  take() { return this.items.shift(); }
}
const words = "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu".split(" ");

function work() {
  let sum = 0;
  const queue = new Queue();
  for (let i = 0; i < 200; i++) {
    queue.put(i);
    queue.put(i * 2);
    sum += queue.take();
  }
  const stack = [];
  for (let i = 0; i < 500; i++) {
    stack.push(i);
    if (i % 3 === 0) sum += stack.pop() + stack.length;
  }
  for (let i = 0; i < 60; i++) {
    const part = stack.slice(i, i + 10);
    part.splice(2, 3, i, i + 1);
    sum += part.concat([1, 2, 3], i).length + part.indexOf(i + 1) + part.reverse()[0];
    sum += words.indexOf(words[i % words.length]) + (words.includes("theta" + (i & 1 ? "" : "x")) ? 1 : 0);
    part.unshift(7);
    sum += part[0] + part.lastIndexOf(7);
  }
  for (let i = 0; i < 20; i++) {
    sum += words.filter((w) => w.length > 4).map((w) => w.length).reduce((a, b) => a + b);
    sum += words.findIndex((w) => w === "eta") + (words.some((w) => w === "mu") ? 1 : 0) + (words.every((w) => w.length < 9) ? 1 : 0);
    sum += [1, 2, 3].flatMap((x) => [x, x * i]).length + words.find((w) => w.length === 2).length;
    words.forEach((w, index) => { sum += w.length * index; });
    const grid = Array.from({ length: 8 }, (_, k) => new Array(8).fill(k));
    sum += grid[i % 8][3] + Object.keys(grid).length + Object.entries({ a: 1, b: i }).length;
    sum += words.join(",").length;
  }
  return sum;
}

const EXPECTED = 97871;
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
console.log("array-methods", EXPECTED);
console.log("#times", times.map((t) => t.toFixed(3)).join(" "));
