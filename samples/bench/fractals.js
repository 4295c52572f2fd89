// Floating point without memory: a Mandelbrot set, a Julia set with objects for complex numbers, a pseudo-random walk.

class Complex {
  constructor(re, im) {
    this.re = re;
    this.im = im;
  }
  plus(z) { return new Complex(this.re + z.re, this.im + z.im); }
  times(z) { return new Complex(this.re * z.re - this.im * z.im, this.re * z.im + this.im * z.re); }
  norm() { return this.re * this.re + this.im * this.im; }
}
function mandelbrot(size) {
  let bits = 0;
  for (let y = 0; y < size; y++) {
    const ci = (2 * y) / size - 1;
    for (let x = 0; x < size; x++) {
      const cr = (2 * x) / size - 1.5;
      let zr = 0, zi = 0, i = 0;
      while (i < 50 && zr * zr + zi * zi < 4) {
        const t = zr * zr - zi * zi + cr;
        zi = 2 * zr * zi + ci;
        zr = t;
        i++;
      }
      bits = (bits * 31 + i) | 0;
    }
  }
  return bits;
}
function julia(size) {
  const c = new Complex(-0.4, 0.6);
  let total = 0;
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      let z = new Complex((3 * x) / size - 1.5, (3 * y) / size - 1.5);
      let n = 0;
      while (n < 30 && z.norm() < 4) {
        z = z.times(z).plus(c);
        n++;
      }
      total += n;
    }
  }
  return total;
}
class Random {
  constructor() { this.seed = 74755; }
  next() {
    this.seed = (this.seed * 1309 + 13849) & 65535;
    return this.seed;
  }
}
class Ball {
  constructor(random) {
    this.x = random.next() % 500;
    this.y = random.next() % 500;
    this.dx = (random.next() % 300) - 150;
    this.dy = (random.next() % 300) - 150;
  }
  bounce() {
    let bounced = false;
    this.x += this.dx;
    this.y += this.dy;
    if (this.x > 500) { this.x = 500; this.dx = -Math.abs(this.dx); bounced = true; }
    if (this.x < 0) { this.x = 0; this.dx = Math.abs(this.dx); bounced = true; }
    if (this.y > 500) { this.y = 500; this.dy = -Math.abs(this.dy); bounced = true; }
    if (this.y < 0) { this.y = 0; this.dy = Math.abs(this.dy); bounced = true; }
    return bounced;
  }
}
function work() {
  const random = new Random();
  const balls = [];
  for (let i = 0; i < 60; i++) balls.push(new Ball(random));
  let bounces = 0;
  for (let i = 0; i < 50; i++) for (const ball of balls) if (ball.bounce()) bounces++;
  return mandelbrot(40) + julia(24) + bounces;
}

const EXPECTED = -2096937527;
const times = [];
const begun = performance.now();
for (let round = 0; round < 30 || (round < 100000 && performance.now() - begun < 3000); round++) {
  const start = performance.now();
  const result = work();
  times.push(performance.now() - start);
  if (result !== EXPECTED) {
    throw new Error("round " + round + ": expected " + EXPECTED + ", got " + result);
  }
}
console.log("fractals", EXPECTED);
console.log("#times", times.map((t) => t.toFixed(3)).join(" "));
