// The smallest program worth watching: one loop over integers.
//
// Watch: the loop starts in the interpreter (gutter: interpreted). Its back edge counts; when the count
// passes the baseline threshold the running loop moves into baseline code (OSR), and a little later into
// optimized code. The Transition view shows s and i moving out of the frame's registers. In SSA the two
// phis of the loop are s and i, both int32; `% 7` needs no call, and the loop has an overflow check but no
// type check left.

function run(n) {
  let s = 0;
  for (let i = 0; i < n; i++) {
    s += i % 7;
  }
  return s;
}

console.log(run(40_000_000));
