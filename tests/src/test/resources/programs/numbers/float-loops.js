// Accumulating doubles must round exactly as IEEE says.
let sum = 0;
for (let i = 0; i < 10000; i++) {
  sum += 0.1;
}
console.log(sum);
let harmonic = 0;
for (let i = 1; i <= 10000; i++) {
  harmonic += 1 / i;
}
console.log(harmonic);
let backwards = 0;
for (let i = 10000; i >= 1; i--) {
  backwards += 1 / i;
}
console.log(backwards, harmonic === backwards);
let x = 0.5;
for (let i = 0; i < 5000; i++) {
  x = 3.9 * x * (1 - x);
}
console.log(x);
let pi = 0;
for (let k = 0; k < 20000; k++) {
  pi += (k % 2 === 0 ? 4 : -4) / (2 * k + 1);
}
console.log(pi);
let y = 1;
let steps = 0;
while (y !== Infinity) {
  y *= 1.5;
  steps++;
}
console.log(steps);
let z = 1;
steps = 0;
while (z > 0) {
  z /= 3;
  steps++;
}
console.log(steps, z);
let newton = 10;
for (let i = 0; i < 8; i++) {
  newton = (newton + 2 / newton) / 2;
}
console.log(newton, newton * newton);
