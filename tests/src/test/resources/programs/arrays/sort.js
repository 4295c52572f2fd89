// sort: default order, comparators, stability, undefined and holes last, errors, toSorted-free.
console.log([10, 9, 1, 100, -1, 2].sort().join(), [10, 9, 1, 100].sort((a, b) => a - b).join(), ["b", "a", "C", "B"].sort().join(), [true, false, null, 3, "x"].sort().join());
console.log([3, undefined, 1, undefined, 2].sort().map(String).join(), [3, undefined, 1].sort((a, b) => b - a).map(String).join());
const people = [];
for (let i = 0; i < 60; i++) people.push({ name: "p" + i, age: (i * 7) % 5 });
people.sort((a, b) => a.age - b.age);
let stable = true;
for (let i = 1; i < people.length; i++) if (people[i - 1].age === people[i].age && Number(people[i - 1].name.slice(1)) > Number(people[i].name.slice(1))) stable = false;
console.log(stable, people.slice(0, 5).map((p) => p.name).join());
let seed = 7;
const random = () => (seed = (seed * 1103515245 + 12345) & 0x7fffffff);
const numbers = [];
for (let i = 0; i < 500; i++) numbers.push(random() % 1000);
const sorted = numbers.slice().sort((a, b) => a - b);
let ok = true;
for (let i = 1; i < sorted.length; i++) ok = ok && sorted[i - 1] <= sorted[i];
console.log(ok, sorted[0], sorted[250], sorted[499], numbers.reduce((a, b) => a + b) === sorted.reduce((a, b) => a + b));
const doubles = numbers.map((x) => x / 8);
doubles.sort((a, b) => b - a);
console.log(doubles.slice(0, 4).join(), doubles[499]);
console.log([5, 2, 8].sort(() => 0).join(), [5, 2, 8].sort((a, b) => (a < b ? -1 : 1)).join(), [2, 1].sort((a, b) => true).length, [3, 1, 2].sort((a, b) => String(b - a)).join(), [1, 2, 3].sort((a, b) => NaN).join());
try { [1, 2].sort(5); } catch (e) { console.log(e.name); }
try { [3, 2, 1].sort(() => { throw new Error("cmp"); }); } catch (e) { console.log(e.message); }
const words = "the quick brown fox jumps over the lazy dog".split(" ");
console.log(words.slice().sort().join(" "), words.slice().sort((a, b) => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0)).join(" "));
console.log([..."zebra"].sort().join(""), [[2, "b"], [1, "a"], [10, "c"]].sort().join(";"), ["é", "z", "a"].sort().join());
console.log(Array.prototype.sort.call({ length: 3, 0: "c", 1: "a", 2: "b" })[0], [,1,,0].sort().length, 3 in [,1,,0].sort());
const single = [1];
console.log(single.sort() === single, [].sort().length, [2, 1].sort(undefined).join());
