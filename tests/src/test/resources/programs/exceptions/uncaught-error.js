// Output before an uncaught error stays, and the error ends the program.
function check(n) {
  if (n > 2) {
    throw new RangeError("too many: " + n);
  }
  console.log("checked", n);
}
for (let i = 0; i < 10; i++) {
  check(i);
}
