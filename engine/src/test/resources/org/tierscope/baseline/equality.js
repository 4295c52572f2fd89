// == and === on every pair of kinds of values, in one hot function each
function loose(a, b) { let r = a == b ? "=" : "-"; if (a == b) r += "j"; if (a != b) r += "n"; return r + (a != b); }
function strict(a, b) { let r = a === b ? "=" : "-"; if (a === b) r += "j"; if (a !== b) r += "n"; return r + (a !== b); }
const object = { valueOf() { return 1; } };
const symbol = Symbol("s");
const built = "a" + "b";
const values = [undefined, null, true, false, 0, -0, 1, 1.5, 0 / 0, 4294967296, "", "1", "ab", built, "1.5", object,
  { toString: () => "ab" }, symbol, Symbol("s"), x => x];
for (let round = 0; round < 2; round++) {
  for (let i = 0; i < values.length; i++) {
    let line = "";
    for (let j = 0; j < values.length; j++) {
      line += loose(values[i], values[j]) + "/" + strict(values[i], values[j]) + " ";
    }
    print(i, line);
  }
}
let found = 0;
const words = ["one", "two", "three"];
for (let i = 0; i < 50; i++) {
  for (const word of words) if (word == "t" + "wo") found++; else if (word === "three") found += 100;
}
print(found);
switch (built) { case "a": print("a"); break; case "ab": print("ab"); break; default: print("none"); }
