// forEach, map, filter, reduce, some, every, find and friends: arguments, thisArg, changes while running.
const a = [3, 1, 2];
const log = [];
a.forEach(function (v, i, arr) { log.push(v + ":" + i + ":" + (arr === a) + ":" + this.t); }, { t: "this" });
console.log(log.join(" "));
console.log(a.map((x, i) => x * i).join(), a.filter((x) => x > 1).join(), a.reduce((s, x) => s + "-" + x), a.reduceRight((s, x) => s + "-" + x), a.reduce((s, x, i) => s + i, 100));
console.log(a.some((x) => x > 2), a.every((x) => x > 2), a.find((x) => x < 3), a.findIndex((x) => x < 3), a.findLast((x) => x < 3), a.findLastIndex((x) => x < 3), a.find((x) => x > 9), a.findIndex((x) => x > 9));
console.log([[1, 2], [3]].flatMap((x) => x.concat(0)).join(), [1, [2, [3, [4, [5]]]]].flat(2).length, [1, [2, [3, [4]]]].flat(Infinity).join(), [1, 2].flatMap((x) => [[x]]).length);
const growing = [1, 2, 3];
let visits = 0;
growing.forEach((x) => { visits++; if (growing.length < 10) growing.push(x); });
console.log(visits, growing.length);
const shrinking = [1, 2, 3, 4];
const saw = [];
shrinking.forEach((x) => { saw.push(x); shrinking.pop(); });
console.log(saw.join());
const changing = [1, 2, 3];
console.log(changing.map((x, i, arr) => { arr[2] = 50; arr[0] = "z"; return x; }).join());
const deleted = [1, 2, 3];
console.log(deleted.filter((x, i, arr) => { delete arr[1]; return true; }).join());
for (const f of ["forEach", "map", "filter", "reduce", "some", "every", "find", "sort", "flatMap"]) { try { [1][f](5); console.log("no error", f); } catch (e) { console.log(f, e.name); } }
try { [].reduce((a, b) => a); } catch (e) { console.log(e.name); }
console.log([].reduce((a, b) => a, "init"), [7].reduce(() => "never"), [].every(() => false), [].some(() => true));
let total = 0;
for (let i = 0; i < 200; i++) total += [1, 2, 3, i].map((x) => x * 2).filter((x) => x % 3).reduce((p, c) => p + c, 0);
console.log(total);
console.log([1, 2, 3].map(parseInt).join(), ["1", "2", "3"].map(Number).join(), [0, 1, ""].filter(Boolean).join());
const like = { length: 3, 0: "a", 2: "c" };
console.log(Array.prototype.map.call(like, (x) => x + x).length, Array.prototype.join.call(like, "+"), Array.prototype.filter.call("hello", (c) => c > "h").join(""));
function strictThis() { "use strict"; return this; }
console.log([1].map(strictThis)[0], [1].map(strictThis, 5)[0], typeof [1].map(function () { return this; }, 5)[0]);
