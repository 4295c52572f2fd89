// Integers are a guess too: JavaScript has only doubles, and an int32 sum can outgrow its 32 bits.
//
// Watch: in the first rounds `total` fits, so the loop is compiled for int32 with an overflow check on the
// addition. In the long call the sum passes 2147483647 and the check fails: a deopt whose reason is
// overflow, at the `+=`. In the Transition view `total` arrives in the interpreter as the last value that
// still fitted. The feedback of the addition then says "int | double". The loop tries the old code a few
// more times, but that wants an int32 on entry ("not int32"); then it is thrown away, and the loop is
// compiled again with a double in an xmm register and no overflow check.

function sumOfSquares(n) {
  let total = 0;
  for (let i = 0; i < n; i++) {
    total += (i % 1000) * (i % 1000);
  }
  return total;
}

let small = 0;
for (let round = 0; round < 2_000; round++) {
  small = sumOfSquares(5_000);
}
console.log(small);
console.log(sumOfSquares(10_000_000));

function factorial(n) {
  let product = 1;
  for (let i = 2; i <= n; i++) {
    product *= i;
  }
  return product;
}

let checksum = 0;
for (let round = 0; round < 60_000; round++) {
  checksum += factorial(round % 20) % 1009;
}
console.log(checksum);
