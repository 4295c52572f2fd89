// The sieve of Eratosthenes: nested loops that store to an array.
//
// Watch: the inner loop `for (let j = i * i; …)` is entered once per prime with another start and step, so
// its OSR entry is used many times until the call itself is compiled. The store needs a bounds check and a
// kind check; the kind check does not change inside the loop and moves out of it. Compare the typed array:
// its kind and its length can never change.

function sieve(flags, n) {
  for (let i = 0; i <= n; i++) {
    flags[i] = 1;
  }
  let count = 0;
  for (let i = 2; i <= n; i++) {
    if (flags[i] === 1) {
      count++;
      for (let j = i * i; j <= n; j += i) {
        flags[j] = 0;
      }
    }
  }
  return count;
}

let primes = 0;
for (let round = 0; round < 60; round++) {
  primes = sieve([], 40_000);
}
console.log("array:", primes);

for (let round = 0; round < 60; round++) {
  primes = sieve(new Uint8Array(40_001), 40_000);
}
console.log("typed array:", primes);
