// finally with return, break and continue inside hot loops, in changing order.
const log = [];
function walk(n, mode) {
  let acc = 0;
  outer: for (let i = 0; i < n; i++) {
    for (let j = 0; j < 3; j++) {
      try {
        try {
          if ((i + j) % 4 === 0) continue outer;
          if ((i + j) % 7 === 0) break;
          if (mode === 1 && i === n - 1) return "early " + acc;
          if (mode === 2 && i === n - 1) throw "late " + acc;
          acc += i * j;
        } finally {
          acc += 1;
          if (mode === 3 && i > n - 3) break outer;
        }
      } finally {
        acc ^= j;
      }
    }
  }
  return acc;
}
for (let mode = 0; mode < 4; mode++) {
  for (const n of [5, 300, 2001]) {
    try { log.push(walk(n, mode)); } catch (e) { log.push(e); }
  }
}
console.log(log.join(" "));
