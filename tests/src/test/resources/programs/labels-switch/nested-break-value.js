// Prime search with labelled continue; nested switch with loops inside.
const primes = [];
next: for (let n = 2; primes.length < 40; n++) {
  for (const p of primes) {
    if (p * p > n) break;
    if (n % p === 0) continue next;
  }
  primes.push(n);
}
console.log(primes.join(" "));
function classify(list) {
  const counts = { num: 0, str: 0, other: 0, stopped: false };
  walk: for (const item of list) {
    switch (typeof item) {
      case "number":
        switch (item) {
          case 0: continue walk;
          case 99: counts.stopped = true; break walk;
        }
        counts.num++;
        break;
      case "string":
        for (const ch of item) {
          if (ch === "!") continue walk;
          if (ch === "#") break;
          counts.str++;
        }
        break;
      default:
        counts.other++;
    }
  }
  return JSON.stringify(counts);
}
console.log(classify([1, 0, "ab", "c!d", "e#f", null, 5]));
console.log(classify([1, 99, 2]));
