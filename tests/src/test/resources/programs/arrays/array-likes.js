// Generic array methods on strings, arguments, objects and with extreme lengths.
function f() { return Array.prototype.slice.call(arguments, 1).join() + Array.from(arguments).length + [].concat(...arguments).length; }
console.log(f(1, 2, [3, 4]), Array.prototype.indexOf.call("hello", "l"), Array.prototype.map.call("abc", (c) => c + c).join());
const o = { length: "3", 0: "a", 1: "b", 2: "c", 3: "ignored" };
console.log(Array.prototype.join.call(o, ""), Array.prototype.slice.call(o, -2).join(), Array.prototype.includes.call(o, "c"), Array.prototype.at.call(o, -1));
console.log(Array.prototype.concat.call(1, 2).length, Array.prototype.push.call(o, "d"), JSON.stringify(o));
console.log(Array.from({ length: 2.7, 0: 1 }).map(String).join(), Array.from({ length: -5 }).length, Array.from({}).length, Array.from(5).length, Array.from({ length: "2", 0: "q" }).map(String).join());
Array.prototype.unshift.call(o, "z");
console.log(JSON.stringify(o), Array.prototype.shift.call(o), o.length);
const noLength = {};
Array.prototype.push.call(noLength, 1, 2);
console.log(JSON.stringify(noLength), Array.prototype.pop.call({}) , Array.prototype.lastIndexOf.call({ length: 2, 0: 5, 1: 5 }, 5));
console.log(Array.prototype.fill.call({ length: 2 }, 4)[1], Array.prototype.reverse.call({ length: 2, 0: "x", 1: "y" })[0], Array.prototype.every.call("aaa", (c) => c === "a"));
try { Array.prototype.map.call(null, () => 1); } catch (e) { console.log(e.name); }
console.log(Array.prototype.map.call(5, () => 1).length, Array.prototype.reduce.call("1234", (s, c) => s + Number(c), 0));
