// Arrays of ints and of doubles: filling, prefix sums, bubble sort, matrix product, growing and
// shrinking.

function bubble(a) {
  for (let i = a.length - 1; i > 0; i--) {
    for (let j = 0; j < i; j++) {
      if (a[j] > a[j + 1]) {
        const t = a[j];
        a[j] = a[j + 1];
        a[j + 1] = t;
      }
    }
  }
}

function product(a, b, n) {
  const c = [];
  for (let i = 0; i < n; i++) {
    const row = [];
    for (let j = 0; j < n; j++) {
      let s = 0;
      for (let k = 0; k < n; k++) {
        s += a[i][k] * b[k][j];
      }
      row.push(s);
    }
    c.push(row);
  }
  return c;
}

function work() {
  const a = [];
  for (let i = 0; i < 300; i++) {
    a.push((i * 7919) % 1009);
  }
  bubble(a);
  let sum = a[0] + a[150] + a[299];
  const n = 30;
  const m = [];
  for (let i = 0; i < n; i++) {
    m.push(a.slice(i, i + n).map((x) => x / 8));
  }
  sum += product(m, m, n)[7][11];
  const stack = [];
  for (let i = 0; i < 20000; i++) {
    stack.push(i);
    if (i % 3 === 0) {
      sum += stack.pop();
    }
  }
  return sum + stack.length;
}

const EXPECTED = 66681461.09375;
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
console.log("arrays", EXPECTED);
console.log("#times", times.map((t) => t.toFixed(3)).join(" "));
