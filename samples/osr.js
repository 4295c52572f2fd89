// A function that is called only once can still become fast: on-stack replacement.
//
// Watch: `collatz` is called a single time, so no later call could ever use compiled code. Its inner loop
// gets hot instead and is replaced while it runs, first by baseline code, then by optimized code: the
// registers n, steps, start, best and bestStart become values in machine registers (Transition view). The
// code that is entered in the middle of the inner loop contains the outer loop too, so it stays there. Then
// start 113383 makes n larger than an int32: overflow, a way out of the code, and a way back into code
// that computes n as a double. At the very end the `return` has never run before, so the code knows nothing
// about it and leaves: "insufficient feedback". All of that happens in one call.

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

console.log(collatz(300_000));
