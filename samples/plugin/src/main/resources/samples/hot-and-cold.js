// One line runs a million times, the others once in a while.

function digits(n) {
  let sum = 0;
  while (n > 0) {
    sum += n % 10;
    n = Math.floor(n / 10);
  }
  return sum;
}

let best = 0;
for (let i = 0; i < 200_000; i++) {
  if (digits(i) > digits(best)) {
    best = i;
  }
}
console.log(best);
