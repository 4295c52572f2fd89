// The engine's own helpers append to arrays that have a name already: those are no literals in the making.
function columns(rows, options) {
  let steps = 0;
  const iterator = Iterator.zip(rows, options);
  for (let r = iterator.next(); !r.done; r = iterator.next()) steps++;
  return steps;
}
const rows = [[], ['a'], ['a', 'b'], ['c', 'd', 'e']];
const padding = { *[Symbol.iterator]() { for (let i = 100; ; i++) yield i; } };
let wrong = 0;
for (let round = 0; round < 4; round++) {
  for (const x of rows) for (const y of rows) for (const z of rows) {
    for (const options of [{ mode: 'longest' }, { mode: 'longest', padding: ['pad'] }, { mode: 'longest', padding }]) {
      if (columns([x, y, z], options) !== Math.max(x.length, y.length, z.length)) wrong++;
    }
  }
}
console.log(wrong);
