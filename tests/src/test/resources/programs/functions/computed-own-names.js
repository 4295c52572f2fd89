// Properties that functions make lazily, read by computed names: of many functions of one kind.
"use strict";
const at = (o, name) => o[name];
const plain = () => function two(a, b) {};
const kinds = [plain, () => (a) => a, () => class K { constructor(x, y, z) {} }, () => async function q(a) {}, () => function* g() {}];
for (let round = 0; round < 3; round++) {
  console.log(kinds.map((make) => [make(), make()].map((f) => at(f, "length") + at(f, "name")).join()).join(" "));
}
const made = Array.from({ length: 200 }, plain);
console.log(made.reduce((sum, f) => sum + at(f, "len" + "gth"), 0));
console.log(new Set(made.map((f) => at(f, "prototype"))).size);
class Above { static s(a, b, c) {} }
class Below extends Above {}
console.log(at(Below, "length"), at(Below, "name"), at(at(Below, "s"), "length"), at(Object.create(plain()), "length"));
