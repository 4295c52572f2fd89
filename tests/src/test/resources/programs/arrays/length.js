// length as a property: growing, shrinking, limits, read-only.
const a = [1, 2, 3, 4, 5];
a.length = 3;
console.log(a.join(), a[3], 3 in a);
a.length = 5;
console.log(a.join("-"), 3 in a, a.length);
a[7] = 8;
console.log(a.length, a.length--, a.length, (a.length += 2), a.length);
a["length"] = "2";
console.log(a.join(), a.length);
for (const bad of [-1, 1.5, "x", NaN, 4294967296, {}]) { try { a.length = bad; console.log("ok", bad); } catch (e) { console.log(e.name); } }
a.length = true;
console.log(a.length, new Array(5).length, new Array(5, 6).length, new Array("5").length, Array(2).length, Array.of(7).length, [].length);
const big = [];
big[4294967294] = 1;
console.log(big.length);
big[4294967295] = 2;
console.log(big.length, Object.keys(big).length);
try { big.push(1); } catch (e) { console.log(e.name); }
big.length = 0;
console.log(Object.keys(big).join());
const ro = [1, 2, 3];
Object.defineProperty(ro, "length", { writable: false });
ro.length = 1;
try { ro.push(4); } catch (e) { console.log(e.name); }
try { "use strict"; ro.pop(); } catch (e) { console.log(e.name); }
ro[5] = 1;
console.log(ro.join(), ro.length);
const fixed = [1, 2, 3, 4];
Object.defineProperty(fixed, 1, { configurable: false });
fixed.length = 0;
console.log(fixed.length, fixed.join());
let visited = 0;
const shrinking = [1, 2, 3, 4, 5, 6];
for (let i = 0; i < shrinking.length; i++) { visited++; if (i % 2 === 0) shrinking.length--; }
console.log(visited, shrinking.join());
function drain(n) { const q = []; for (let i = 0; i < n; i++) q.push(i); let s = 0; while (q.length) { s += q[q.length - 1]; q.length -= 1; } return s; }
console.log(drain(1000));
class Arr extends Array {}
const sub = new Arr(3);
sub[5] = 1;
console.log(sub.length, sub instanceof Arr);
const like = { length: 2, 0: "x" };
Array.prototype.push.call(like, "pushed");
console.log(JSON.stringify(like), Array.prototype.pop.call(like), like.length);
