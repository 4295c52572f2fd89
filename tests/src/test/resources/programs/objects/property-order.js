// Integer keys ascending, then strings, then symbols, in order of creation; deletion and re-adding.
const o = { b: 1, 2: "two", a: 2, 1: "one", [Symbol.iterator]: 0, "-1": "neg", "01": "lead", 4294967295: "big", 4294967294: "last index", "1.5": "frac" };
console.log(Object.keys(o).join());
o.c = 3; o[0] = "zero"; delete o.a; o.a = "again"; o.b = "changed";
console.log(Object.keys(o).join(), Object.values(o).join());
const out = [];
for (const k in o) out.push(k);
console.log(out.join(), JSON.stringify(o));
console.log(Object.getOwnPropertyNames("abc").join(), Object.getOwnPropertyNames([5, 6]).join(), Object.keys("xy").join());
console.log(Object.keys({ ...o, z: 1, 3: "three" }).join(), Object.keys(Object.assign({ a: 0 }, o)).join());
console.log(Object.entries({ x: 1, 0: 2 }).join(";"), Object.getOwnPropertySymbols(o).length);
const many = {};
for (let i = 50; i > 0; i--) { many["k" + i] = i; many[i * 2] = i; }
console.log(Object.keys(many).join(""));
for (let i = 1; i <= 50; i += 2) delete many["k" + i];
many.k1 = "back";
console.log(Object.keys(many).length, Object.keys(many).slice(-3).join(), Object.values(many).slice(-3).join());
const arr = [1, 2, 3];
arr.extra = "e"; arr[5] = 6; arr[-1] = "neg";
console.log(Object.keys(arr).join(), arr.length);
function f() {}
f.z = 1; f[1] = 2; f.a = 3;
console.log(Object.keys(f).join());
