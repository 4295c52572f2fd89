// Loose and strict equality over all kinds.
const object = { valueOf: () => 1 };
const values = [0, -0, 1, NaN, "", "0", "1", " 1 ", "a", true, false, null, undefined, [], [0], [1], object, Symbol.iterator];
const label = (v) => (v === object ? "object" : Array.isArray(v) ? "[" + v + "]" : JSON.stringify(v) || String(v));
for (const a of values) {
  let row = "";
  for (const b of values) {
    row += a === b ? "S" : a == b ? "l" : ".";
  }
  console.log(row, label(a));
}
console.log(null == undefined, null === undefined, null == 0, null >= 0, undefined == 0, "b" > "a", "B" > "a", "10" < "9", "10" < 9);
console.log([] == ![], [1] == "1", [1, 2] == "1,2", {} == "[object Object]", "true" == true, "1" == true, null == false);
