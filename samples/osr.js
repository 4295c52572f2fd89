// A function that is called only once can still become fast: on-stack replacement.
//
// Watch: `collatz` is called a single time, so no later call could ever use compiled code. Its loops get
// hot instead. The inner loop is replaced while it runs: the interpreter's registers n, steps, start, best
// and bestStart become values in machine registers (Transition view, direction "in"). Leaving the inner
// loop goes back through the outer one, which then gets hot and is replaced too. The timeline shows OSR
// marks for two loop heads in one call of one function.

function collatz(limit) {
  let best = 0;
  let bestStart = 0;
  for (let start = 1; start < limit; start++) {
    let n = start;
    let steps = 0;
    while (n !== 1) {
      n = n % 2 === 0 ? n / 2 : 3 * n + 1;
      steps++;
    }
    if (steps > best) {
      best = steps;
      bestStart = start;
    }
  }
  return bestStart + " needs " + best + " steps";
}

console.log(collatz(30_000));
