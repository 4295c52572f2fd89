// Arithmetic around the borders of int32.
const MAX = 2147483647;
const MIN = -2147483648;
console.log(MAX + 1, MIN - 1, MAX * 2, MIN * 2, MIN * -1, -MIN, MIN / -1, MIN % -1 === 0);
console.log(MAX + MAX, MIN + MIN, MAX - MIN, MIN - MAX, MAX * MAX, MIN * MIN, MIN * MAX);
console.log((MAX + 1) | 0, (MIN - 1) | 0, (MAX * 2) | 0, -MIN | 0, (MAX + 1) >>> 0, MIN >>> 0, -1 >>> 0);
console.log(Math.abs(MIN), Math.imul(MAX, MAX), Math.imul(MIN, -1), Math.imul(65536, 65536), Math.imul(3, -7));
let up = MAX - 2;
const climbed = [];
for (let i = 0; i < 5; i++) {
  climbed.push(up++);
}
console.log(climbed.join(" "), up);
let down = MIN + 2;
const fallen = [];
for (let i = 0; i < 5; i++) {
  fallen.push(down--);
}
console.log(fallen.join(" "), down);
console.log(0x7fffffff | 0, 0x80000000 | 0, 0xffffffff | 0, 0x100000000 | 0, 0x100000001 | 0);
console.log(~MAX, ~MIN, ~0, ~-1, ~4294967295, ~4294967296);
console.log(46341 * 46341, 46340 * 46340, 65536 * 32768, 65536 * -32768, 65537 * 65537);
console.log(MAX === 2147483647.0, MIN + 0.5, MAX + 0.5, (MAX + 0.5) | 0, (MIN - 0.5) | 0);
