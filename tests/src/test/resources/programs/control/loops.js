// Every kind of loop, with break and continue.
const out = [];
for (let i = 0; i < 10; i++) {
  if (i % 2) continue;
  if (i > 6) break;
  out.push(i);
}
let n = 3;
while (n-- > 0) out.push("w" + n);
do {
  out.push("d" + n++);
} while (n < 2);
for (;;) {
  if (n++ > 4) break;
}
out.push(n);
for (const k in { a: 1, b: 2 }) out.push(k);
for (const v of "xyz") out.push(v);
for (var i = 0, j = 10; i < j; i += 3, j--) out.push(i + ":" + j);
out.push(i, j);
console.log(out.join(" "));
do n--; while (n > 0); out.push(n);
let count = 0;
for (let a = 0, b = 5; a < b; a++) {
  for (let b = 0; b < a; b++) {
    count += b;
  }
}
console.log(count, out[out.length - 1]);
for (let k = 0; k < 0; k++) throw new Error("entered");
while (false) throw new Error("entered");
let guard = 0;
for (; guard < 3; ) guard++;
for (const once = { left: 2 }; once.left > 0; once.left--) guard++;
console.log(guard);
let last;
for (let q = 0; (last = q * q) < 50; q++);
console.log(last);
