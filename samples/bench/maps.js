// Maps and sets with int, string and object keys.

function work() {
  const squares = new Map();
  for (let i = 0; i < 3000; i++) {
    squares.set(i, i * i);
  }
  let sum = 0;
  for (let i = 0; i < 12000; i++) {
    sum += squares.get((i * 7) % 4000) ?? 1;
  }
  const names = new Map();
  for (let i = 0; i < 8000; i++) {
    const key = "k" + (i % 500);
    names.set(key, (names.get(key) ?? 0) + i);
  }
  for (const [key, value] of names) {
    sum += key.length + value;
  }
  const objects = Array.from({ length: 200 }, (_, i) => ({ i }));
  const seen = new Set();
  for (let i = 0; i < 6000; i++) {
    const o = objects[(i * i) % 200];
    if (seen.has(o)) {
      sum++;
    } else {
      seen.add(o);
    }
  }
  for (let i = 0; i < 3000; i += 2) {
    squares.delete(i);
  }
  return sum + squares.size;
}

const EXPECTED = 27018509857;
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
console.log("maps", EXPECTED);
console.log("#times", times.map((t) => t.toFixed(3)).join(" "));
