// Objects as dictionaries, for-in, in, delete, hasOwnProperty; Map and Set with string keys.

const text = ("it was the best of times it was the worst of times it was the age of wisdom it was the age of foolishness " +
  "it was the epoch of belief it was the epoch of incredulity it was the season of light it was the season of darkness").split(" ");

function countInObject() {
  const counts = Object.create(null);
  for (let i = 0; i < 600; i++) {
    const word = text[i % text.length];
    if (word in counts) counts[word]++;
    else counts[word] = 1;
  }
  let best = "";
  for (const word in counts) {
    if (best === "" || counts[word] > counts[best]) best = word;
  }
  return best.length + counts[best];
}

function countInMap() {
  const counts = new Map();
  for (let i = 0; i < 600; i++) {
    const key = text[i % text.length] + (i % 5);
    counts.set(key, (counts.get(key) || 0) + 1);
  }
  let sum = 0;
  counts.forEach((n, key) => { sum += n * key.length; });
  return sum + counts.size;
}

function graph() {
  const edges = {};
  for (let i = 0; i < 120; i++) {
    const from = "node" + (i % 30);
    if (!edges.hasOwnProperty(from)) edges[from] = [];
    edges[from].push("node" + ((i * 7 + 3) % 30));
  }
  const seen = new Set();
  const queue = ["node0"];
  let steps = 0;
  while (queue.length > 0) {
    const at = queue.shift();
    if (seen.has(at)) continue;
    seen.add(at);
    steps += at.length;
    for (const next of edges[at]) queue.push(next);
  }
  return steps + seen.size;
}

function memo() {
  const cache = {};
  const ways = (n, k) => {
    const key = n + "," + k;
    if (cache[key] !== undefined) return cache[key];
    return (cache[key] = k === 0 || k === n ? 1 : (ways(n - 1, k - 1) + ways(n - 1, k)) % 10007);
  };
  const result = ways(16, 8);
  let left = 0;
  for (const key in cache) {
    if (key.length > 4) delete cache[key];
    else left++;
  }
  return result + left;
}

function work() {
  return countInObject() + countInMap() + graph() + memo();
}

const EXPECTED = 5921;
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
console.log("dictionaries", EXPECTED);
console.log("#times", times.map((t) => t.toFixed(3)).join(" "));
