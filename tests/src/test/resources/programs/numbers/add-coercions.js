// What + does with every pair of kinds of operand.
const operands = [1, -1.5, "s", "", true, null, undefined, [], [1, 2], {}, { valueOf: () => 7 }, { toString: () => "T" }, () => 1];
const label = (v) => (typeof v === "function" ? "fn" : typeof v === "object" && v !== null ? "obj" : String(v));
for (let i = 0; i < operands.length; i++) {
  const row = [];
  for (let j = 0; j < operands.length; j++) {
    const r = operands[i] + operands[j];
    row.push(typeof r === "number" ? r : JSON.stringify(r.replace("() => 1", "F").replace("() => 1", "F")));
  }
  console.log(label(operands[i]), row.join(" "));
}
const both = { valueOf: () => 10, toString: () => "ten" };
console.log(both + 1, both + "1", `${both}`, both * 2, both > 9, String(both), [both] + "", both == 10, both == "ten");
const odd = { valueOf: () => ({}), toString: () => "8" };
console.log(odd + 1, odd * 2, odd - 1);
const impossible = { valueOf: () => ({}), toString: () => ({}) };
try {
  impossible + 1;
} catch (e) {
  console.log(e.name);
}
const exotic = {
  [Symbol.toPrimitive](hint) {
    return hint === "number" ? 42 : hint;
  },
};
console.log(exotic + 1, exotic * 1, `${exotic}`, exotic == "default", +exotic, exotic < 43);
try {
  Symbol("s") + 1;
} catch (e) {
  console.log(e.name);
}
try {
  Symbol("s") + "";
} catch (e) {
  console.log(e.name);
}
console.log("3" - 1, "3" * "4", "10" / 4, "a" - 1, [] - 1, [5] * [2], null - 1, undefined + 1, true + true, "5" - -"2");
