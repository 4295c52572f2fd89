// push, pop, shift, unshift, splice, reverse, fill, copyWithin: results and effects.
const a = [1, 2, 3];
console.log(a.push(4, 5), a.pop(), a.shift(), a.unshift(8, 9), a.join(), a.push(), [].pop(), [].shift(), [].unshift());
const s = [0, 1, 2, 3, 4, 5, 6, 7];
console.log(s.splice(2, 3).join(), s.join(), s.splice(1, 0, "a", "b").length, s.join(), s.splice(-2).join(), s.join(), s.splice(1, 1, "x", "y", "z").join(), s.join());
console.log(s.splice().length, s.splice(0, -5).length, s.splice(100, 1, "end").length, s.join(), s.splice(undefined).join(), s.length);
console.log([1, 2, 3, 4].reverse().join(), [1, 2, 3].reverse().join(), [].reverse().length, [0.5, 1, "s"].reverse().join());
console.log([1, 2, 3, 4, 5].fill(0, 1, 3).join(), [1, 2, 3].fill(7).join(), [1, 2, 3].fill("x", -1).join(), Array(3).fill().map(String).join());
console.log([1, 2, 3, 4, 5].copyWithin(0, 3).join(), [1, 2, 3, 4, 5].copyWithin(1, 0, 3).join(), [1, 2, 3, 4, 5].copyWithin(-2, -3, -1).join());
const q = [];
let sum = 0;
for (let i = 0; i < 2000; i++) { q.push(i, i / 2); if (i % 3 === 0) sum += q.shift(); if (i % 5 === 0) sum -= q.pop(); if (i % 50 === 0) q.unshift("s".length, i); if (i % 100 === 0) sum += q.splice(5, 10, i).length; }
console.log(sum, q.length, q[0], q[q.length - 1]);
const same = [1];
console.log(same.reverse() === same, same.fill(1) === same, same.sort() === same, same.copyWithin(0) === same);
const mixed = [1, "two", 3.5, null];
mixed.unshift(undefined); mixed.splice(2, 0, [9]); mixed.push(mixed.length);
console.log(mixed.map(String).join(";"));
const o = { length: 3, 0: "a", 2: "c" };
console.log(Array.prototype.reverse.call(o) === o, JSON.stringify(o), Array.prototype.splice.call(o, 0, 1).join(), JSON.stringify(o));
