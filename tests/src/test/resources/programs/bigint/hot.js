// Hot loops: BigInts alone, then numbers where BigInts were, and both.
function sum(values) {
  let total = values[0];
  for (let i = 1; i < values.length; i++) total = total + values[i] * values[i];
  return total;
}
const big = Array.from({ length: 100 }, (_, i) => BigInt(i));
const small = Array.from({ length: 100 }, (_, i) => i);
for (let i = 0; i < 200; i++) sum(big);
console.log(sum(big));
for (let i = 0; i < 200; i++) sum(small);
console.log(sum(small), sum(big));
function fibonacci(n) {
  let a = 0n;
  let b = 1n;
  for (let i = 0; i < n; i++) [a, b] = [b, a + b];
  return a;
}
console.log(fibonacci(300));
function isPrime(n) {
  if (n < 2n) return false;
  for (let d = 2n; d * d <= n; d++) if (n % d === 0n) return false;
  return true;
}
const primes = [];
for (let n = 0n; primes.length < 60; n++) if (isPrime(n)) primes.push(n);
console.log(primes.join());
function power(base, exponent, modulus) {
  let result = 1n;
  for (base %= modulus; exponent; exponent >>= 1n, base = (base * base) % modulus) if (exponent & 1n) result = (result * base) % modulus;
  return result;
}
console.log(power(3n, 2n ** 200n + 5n, 2n ** 127n - 1n));
let falsy = 0;
for (let i = 0n; i < 2000n; i++) if (!(i % 3n)) falsy++;
console.log(falsy);
function pi(digits) {
  let text = "";
  let [q, r, t, k, n, l] = [1n, 0n, 1n, 1n, 3n, 3n];
  while (text.length < digits) {
    if (4n * q + r - t < n * t) {
      text += n;
      [q, r, n] = [10n * q, 10n * (r - n * t), (10n * (3n * q + r)) / t - 10n * n];
    } else {
      [q, r, t, k, n, l] = [q * k, (2n * q + r) * l, t * l, k + 1n, (q * (7n * k) + 2n + r * l) / (t * l), l + 2n];
    }
  }
  return text;
}
console.log(pi(100));
