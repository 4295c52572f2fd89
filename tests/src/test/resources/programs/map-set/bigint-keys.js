// BigInts as keys: equal ones are one key, whichever cells they are, in loops hot enough to look them up in machine code.
function count(from, step) {
  const counts = new Map(), seen = new Set([from]);
  for (let i = 0; i < 20; i++) {
    const key = (from + BigInt(i) * step) % 5n;
    counts.set(key, (counts.get(key) ?? 0) + 1);
    seen.add(key);
    if (i === 15) counts.delete(key);
  }
  return [...counts].join(" ") + " " + seen.size + counts.has(2n) + seen.has(from) + counts.has(2) + counts.has("2");
}
const results = new Set();
for (let i = 0; i < 300; i++) results.add(count(BigInt(i % 3), 1n));
console.log([...results].join("\n"));
const big = new Map([[2n ** 70n, "big"], [-1n, "minus"], [0n, "zero"], [0, "number"]]);
for (let i = 0; i < 200; i++) if (big.get(2n ** 70n) !== "big" || big.get(0n) !== "zero" || big.get(-0) !== "number") console.log("wrong", i);
console.log(big.get(BigInt(-1)), big.has(1n), big.size);
