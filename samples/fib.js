// Recursion: nothing loops, so calls alone make this hot.
//
// Watch: `fib` tiers up by its call count; frames that are already on the stack stay in the tier they began
// in, so for a while interpreted, baseline and optimized frames of the same function lie above each other
// (stop with pause and look at the stack). The comparison and both additions are int32 with checks.
// `ackermann` recurses deeply: every prologue checks the guest's stack limit, which is why a runaway
// recursion is a RangeError, as the last line shows.

function fib(n) {
  return n < 2 ? n : fib(n - 1) + fib(n - 2);
}

function ackermann(m, n) {
  if (m === 0) {
    return n + 1;
  }
  return n === 0 ? ackermann(m - 1, 1) : ackermann(m - 1, ackermann(m, n - 1));
}

function forever(n) {
  return forever(n + 1) + 1;
}

console.log(fib(35));
console.log(ackermann(2, 900));
try {
  forever(0);
} catch (e) {
  console.log(e instanceof RangeError, e.name);
}
