// indexOf, includes, slice, concat, join, at, lastIndexOf, from, of, isArray, keys, entries, with.
const a = [1, 2, 3, 2, NaN, "2", undefined, null];
console.log(a.indexOf(2), a.indexOf(2, 2), a.indexOf("2"), a.lastIndexOf(2), a.lastIndexOf(2, -6), a.indexOf(NaN), a.includes(NaN), a.includes(undefined), a.indexOf(null), a.includes(9), a.includes(1, 1), a.indexOf(1, -100));
console.log(a.slice(1, 3).join(), a.slice(-2).length, a.slice(2, -4).join(), a.slice().length, a.slice(5, 2).length, a.slice("1", "3").join());
console.log([1].concat(2, [3], [[4]], "s", { length: 1 }).length, [].concat([1, , 3]).length, [1].concat().join(), [0.5].concat([1]).join());
console.log(a.at(0), a.at(-1), a.at(-8), a.at(8), a.at("2"), [5].at(), [1, 2, 3].at(-1.5));
console.log([1, null, undefined, [2, [3, null]], {}].join("+"), [].join(), [null].join(), [[]].join(), [1, 2].join(undefined), [1, 2].join(null), [1, 2].join(""));
console.log(Array.from("héllo").join(), Array.from({ length: 3 }, (_, i) => i * i).join(), Array.from(new Set([1, 1, 2])).join(), Array.from(new Map([[1, 2]])).join(), Array.from([1, 2, 3], function (x) { return x * this.f; }, { f: 10 }).join());
console.log(Array.of(1, 2, 3).join(), Array.isArray([]), Array.isArray({ length: 0 }), Array.isArray(new Array()), Array.isArray("a"), Array.isArray(Array.prototype));
console.log([...[7, 8].keys()].join(), [...[7, 8].values()].join(), [...[7, 8].entries()].join(";"), [..."ab"].entries().next().value.join());
const cyclic = [1];
cyclic.push(cyclic);
console.log(cyclic.join(), String(cyclic), [1, [2, 3]].toString(), [1.5, true].toString());
console.log([3, 4] + "", [] + [], [1] == 1, [[1, 2], [3]].toString(), `${[1, [2]]}`);
let hits = 0;
const list = Array.from({ length: 50 }, (_, i) => "item" + i);
for (let i = 0; i < 1000; i++) { if (list.includes("item" + (i % 75))) hits++; if (list.indexOf("item" + (i % 60)) > 40) hits += 10; }
console.log(hits);
console.log([1, 2, 3].constructor === Array, Object.getOwnPropertyNames(Array.prototype).includes("flatMap"), Array.prototype.length, Array.length, Array.name);
