// One call site, one target, two targets, four, then eight: how a call loses its speed.
//
// Watch: the call `f(i)` in `apply`. In the first phase its feedback holds one target, which the optimizer
// inlines behind a check of the callee. Every later phase brings more targets: the guard fails a few
// times, the feedback lists up to four targets, and from the fifth on it is megamorphic: a plain call
// through the function object, which no new target can make fail. All four phases do the same number of
// calls: compare how long each takes in the Timeline.

const double = (x) => x + x;
const increment = (x) => x + 1;
const negate = (x) => -x;
const square = (x) => (x & 63) * (x & 63);
const half = (x) => x >> 1;
const flip = (x) => ~x;
const mask = (x) => x & 255;
const same = (x) => x;

function apply(functions, n) {
  let sum = 0;
  for (let i = 0; i < n; i++) {
    const f = functions[i % functions.length];
    sum = (sum + f(i)) | 0;
  }
  return sum;
}

console.log("one target:", apply([double], 2_000_000));
console.log("two targets:", apply([double, increment], 2_000_000));
console.log("four targets:", apply([double, increment, negate, square], 2_000_000));
console.log("eight targets:", apply([double, increment, negate, square, half, flip, mask, same], 2_000_000));
