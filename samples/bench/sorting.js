// Sorting: with comparators of numbers, strings and records, and quick and heap sort written out.

let seed = 1;
function random() {
  seed = (seed * 16807) % 2147483647;
  return seed;
}

function quick(a, low, high) {
  while (low < high) {
    const pivot = a[(low + high) >> 1];
    let i = low;
    let j = high;
    while (i <= j) {
      while (a[i] < pivot) i++;
      while (a[j] > pivot) j--;
      if (i <= j) {
        const t = a[i];
        a[i++] = a[j];
        a[j--] = t;
      }
    }
    quick(a, low, j);
    low = i;
  }
}

function heapSort(a) {
  const sift = (root, end) => {
    for (;;) {
      let child = 2 * root + 1;
      if (child >= end) return;
      if (child + 1 < end && a[child] < a[child + 1]) child++;
      if (a[root] >= a[child]) return;
      [a[root], a[child]] = [a[child], a[root]];
      root = child;
    }
  };
  for (let i = (a.length >> 1) - 1; i >= 0; i--) sift(i, a.length);
  for (let end = a.length - 1; end > 0; end--) {
    [a[0], a[end]] = [a[end], a[0]];
    sift(0, end);
  }
}

function work() {
  seed = 42;
  const numbers = [];
  const records = [];
  for (let i = 0; i < 600; i++) {
    numbers.push(random() % 1000);
    records.push({ id: i, weight: random() % 50, name: "n" + (random() % 100) });
  }
  const a = numbers.slice();
  quick(a, 0, a.length - 1);
  const b = numbers.slice();
  heapSort(b);
  const c = numbers.slice().sort((x, y) => x - y);
  const byWeight = records.slice().sort((x, y) => x.weight - y.weight || x.id - y.id);
  const byName = records.slice().sort((x, y) => (x.name < y.name ? -1 : x.name > y.name ? 1 : 0));
  let sum = 0;
  for (let i = 0; i < a.length; i++) {
    if (a[i] !== b[i] || a[i] !== c[i]) throw new Error("not sorted alike");
    sum += (a[i] ^ i) + byWeight[i].id * (i & 7) + byName[i].weight;
  }
  return sum;
}

const EXPECTED = 890260;
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
console.log("sorting", EXPECTED);
console.log("#times", times.map((t) => t.toFixed(3)).join(" "));
