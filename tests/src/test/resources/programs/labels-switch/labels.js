// Labelled break and continue across loops, blocks and finally.
const out = [];
outer: for (let i = 0; i < 4; i++) {
  for (let j = 0; j < 4; j++) {
    if (j === 2) continue outer;
    if (i === 3) break outer;
    out.push(i * 10 + j);
  }
}
console.log(out.join());
block: {
  out.push("in");
  if (out.length) break block;
  out.push("never");
}
a: b: c: for (;;) { for (;;) { break b; } }
const log = [];
loop: for (const x of [1, 2, 3]) {
  try {
    if (x === 2) continue loop;
    log.push("body" + x);
  } finally {
    log.push("finally" + x);
    if (x === 3) break loop;
  }
}
console.log(log.join(" "));
let n = 0;
top: while (true) {
  do {
    n++;
    if (n < 5) continue top;
    break top;
  } while (true);
}
console.log(n);
sw: switch (n) { case 5: for (;;) { break sw; } default: console.log("never"); }
skip: if (n > 0) { break skip; }
function find(grid, wanted) {
  let where = "nowhere";
  search: for (let y = 0; y < grid.length; y++) {
    for (let x = 0; x < grid[y].length; x++) {
      if (grid[y][x] === wanted) { where = x + "," + y; break search; }
    }
  }
  return where;
}
console.log(find([[1, 2], [3, 4]], 3), find([[1]], 9));
yieldd: for (var k in { p: 1, q: 2 }) { for (var m in { r: 1 }) { continue yieldd; } }
console.log(k, m);
