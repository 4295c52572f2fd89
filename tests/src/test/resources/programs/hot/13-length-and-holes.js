// Length shrinks while iterating, holes with elements on the prototype, lengths read once and again.
function visit(a, f) { let n = 0; for (let i = 0; i < a.length; i++) { f(a, i); n += a[i] === undefined ? 100 : 1; } return n; }
const make = () => Array.from({ length: 20 }, (_, i) => i);
for (let i = 0; i < 150; i++) visit(make(), () => 0);
console.log(visit(make(), (a, i) => { if (i % 2) a.pop(); }), visit(make(), (a, i) => { if (i === 5) a.length = 3; }), visit(make(), (a, i) => { if (i === 5) a.length = 30; }), visit(make(), (a, i) => { if (i < 5) a.push(i); }), visit(make(), (a, i) => { if (i === 3) a.splice(5, 10); }), visit(make(), (a, i) => { if (i === 3) delete a[7]; }));
function cached(a, f) { let n = 0; for (let i = 0, len = a.length; i < len; i++) { if (i === 10) f(a); n += a[i] ?? 1000; } return n; }
for (let i = 0; i < 150; i++) cached(make(), () => 0);
console.log(cached(make(), (a) => { a.length = 15; }), cached(make(), (a) => { a.shift(); }), cached(make(), (a) => { a[12] = 0.5; }));
function readAll(a) { let t = ""; for (let i = 0; i < 4; i++) t += a[i] + ","; return t; }
const holey = [1, , 3, ,];
for (let i = 0; i < 400; i++) readAll(holey);
console.log(readAll(holey));
Array.prototype[1] = "P1";
console.log(readAll(holey), readAll([0.5, , 2]), readAll([]));
Object.prototype[3] = "O3";
console.log(readAll(holey), holey.length);
delete Array.prototype[1];
delete Object.prototype[3];
console.log(readAll(holey));
const own = Object.create([10, 20, 30]);
own[1] = "own";
let o = "";
for (let i = 0; i < 900; i++) o = own[i % 4] + o.slice(0, 15);
console.log(o, own.length);
const setterProto = { set 2(v) { this.log = (this.log || 0) + v; } };
const arr = [0, 1];
Object.setPrototypeOf(arr, setterProto);
function put(a, i, v) { a[i] = v; return a[i]; }
for (let i = 0; i < 600; i++) put([0, 0, 0], i % 3, i);
put(arr, 2, 5); put(arr, 2, 6); put(arr, 1, 9);
console.log(arr.log, arr.length, arr[1], 2 in arr, Object.hasOwn(arr, 2));
const q = [];
let drained = 0;
for (let i = 0; i < 1500; i++) { q.push(i); if (q.length > 10) { drained += q.shift() + q[0] + (q[20] === undefined ? 1 : 0); } }
console.log(drained, q.length);
