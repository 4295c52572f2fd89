// Keys of every type: numbers in all spellings, booleans, null, objects, symbols.
const o = {};
o[1] = "a"; o["1"] += "b"; o[1.0] += "c"; o[true] = "t"; o[null] = "n"; o[undefined] = "u"; o[-1] = "m"; o[1e21] = "e"; o[0.1] = "d"; o[NaN] = "nan"; o[[1, 2]] = "arr"; o[{}] = "obj"; o[{ toString: () => "custom" }] = "cus";
const s = Symbol("s");
o[s] = "sym";
console.log(Object.keys(o).join("|"), Object.values(o).join("|"), o[s]);
console.log(o["true"], o["null"], o["-1"], o["1e+21"], o["0.1"], o["1,2"], o["[object Object]"], o.custom);
const a = ["x", "y", "z"];
console.log(a["1"], a["01"], a[1.5], a[-0], a["-0"], a[4294967295], a[true], a["length"]);
a["2"] = "two"; a["3"] = "three"; a["04"] = "not index"; a[1.5] = "frac"; a[-1] = "neg"; a[2 ** 32 - 2] === undefined;
console.log(a.length, a.join(), Object.keys(a).join());
let calls = 0;
const key = { toString() { calls++; return "k"; } };
const t = { k: 1 };
t[key] = t[key] + 5;
console.log(t.k, calls, key in t, delete t[key], calls, "k" in t);
const sym2 = { [Symbol.toPrimitive]: (hint) => hint };
console.log(Object.keys({ [sym2]: 1 }).join());
const keys = ["a", "b", 0, 1, "0", Symbol.iterator, -5, 1.5];
const m = {};
let sum = 0;
for (let i = 0; i < 3000; i++) { const k = keys[i % keys.length]; m[k] = (m[k] ?? 0) + i; sum += m[k] % 7; }
console.log(sum, Object.keys(m).join(), m[Symbol.iterator]);
