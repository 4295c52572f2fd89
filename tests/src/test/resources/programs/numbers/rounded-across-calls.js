// Math.round of a constant leaves the loop and lives in a stack slot across the calls there.
function rounded(list, x) {
  let result = 0;
  for (let i = 0; i < list.length; i++) {
    if (list[i] !== undefined || i in list) result = Math.floor(Math.round(x));
  }
  return result;
}
const list = [0, 0, , 1];
const reduced = () => list.reduce(() => Math.floor(Math.round(1.5)), 0);
const seen = new Set();
for (let i = 0; i < 300; i++) {
  seen.add(rounded(list, 1.5)).add(rounded(list, -2.5)).add(rounded(list, 0.49999999999999994)).add(reduced());
}
console.log([...seen].join());

// One value after another, each near where rounding turns.
const edges = [0.5, -0.5, -0.4999999999999999, 1.4999999999999998, -1.5, 2.5, 4503599627370495.5, 4503599627370496.5, -0, 0, NaN, Infinity, -Infinity, 1e300];
function all(values) {
  const results = [];
  for (const v of values) {
    const r = Math.round(v);
    results.push(Object.is(r, -0) ? '-0' : r);
  }
  return results.join();
}
let text = '';
for (let i = 0; i < 200; i++) text = all(edges);
console.log(text);
