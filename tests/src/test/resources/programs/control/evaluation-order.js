// Operands, arguments, keys and targets are evaluated left to right, each once.
const log = [];
const v = (name, value) => { log.push(name); return value; };
v("a", 1) + v("b", 2) * v("c", 3);
v("f", (...args) => log.push("call" + args.length))(v("x", 1), v("y", 2));
const o = {};
v("o", o)[v("k", "p")] = v("val", 5);
v("o2", o)[v("k2", "p")] += v("add", 5);
console.log(log.join(" "), o.p);
log.length = 0;
const arr = [v("1", 1), v("2", 2), ...v("spread", [3])];
const lit = { [v("key1", "m")]: v("val1", 1), [v("key2", "n")]: v("val2", 2) };
console.log(log.join(" "), arr.join(), JSON.stringify(lit));
log.length = 0;
let i = 1;
const r = i + (i = 5) + i;
let k = 0;
const list = [10, 20, 30];
list[k] = list[++k] + k++;
console.log(r, list.join(), k);
try {
  v("base", null)[v("key", "x")];
} catch (e) {
  log.push(e.name);
}
try {
  v("notfn", 5)(v("arg", 1));
} catch (e) {
  log.push(e.name);
}
console.log(log.join(" "));
log.length = 0;
const left = { valueOf() { log.push("left"); return 1; } };
const right = { valueOf() { log.push("right"); return 2; } };
left + right; left < right; left > right; left * right; left <= right; left >= right; left == 1; right - left;
console.log(log.join(" "));
let x = 1;
x += (x = 10, 5);
console.log(x);
const q = [1, 2];
let z = 0;
[q[z++], q[z++]] = [q[1], q[0]];
console.log(q.join(), z);
