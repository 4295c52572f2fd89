// A function that has seen only integers is compiled for integers; then it sees a string.
//
// Watch: `add` is hot with int32 operands, so its optimized code adds two machine words behind a guard on
// each operand. The first call with a string fails that guard: a deopt, at the `+`, with its reason. The
// interpreter finishes the very same addition (the string is concatenated, nothing is done twice), and the
// feedback of the `+` widens to "int | string". After a few such calls the code is thrown away; the next
// compilation of `add` no longer guesses. The answer is right all the way through.

function add(a, b) {
  return a + b;
}

function sumTo(n) {
  let total = 0;
  for (let i = 0; i < n; i++) {
    total = add(total, i & 15);
  }
  return total;
}

function label(n) {
  let text = "";
  for (let i = 0; i < n; i++) {
    text = add("label ", i & 15);
  }
  return text;
}

console.log(sumTo(24_000_000));
console.log(add("total: ", sumTo(1000)));
console.log(label(300_000));
console.log(sumTo(8_000_000));
