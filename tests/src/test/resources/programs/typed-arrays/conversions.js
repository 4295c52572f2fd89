// What each kind of typed array makes of every kind of number stored.
const values = [0, -0, 1, -1, 1.5, -1.5, 2.5, 127, 128, 255, 256, -128, -129, 32768, 65536, 2147483648, 4294967296, 1e20, NaN, Infinity, -Infinity, "12", "x", null, undefined, true, 0.49999999999999994];
const show = (x) => (Object.is(x, -0) ? "-0" : String(x));
for (const T of [Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array, Float32Array, Float64Array]) {
  const a = new T(1);
  console.log(T.name, T.BYTES_PER_ELEMENT, a.BYTES_PER_ELEMENT, values.map((v) => { a[0] = v; return show(a[0]); }).join(" "));
}
const t = new Uint8Array(3);
console.log((t[0] = 300), t[0], (t[1] = "7"), t[1], (t[5] = 9), t[5], t.length, 5 in t, 2 in t, delete t[9]);
try { t[0] = Symbol("s"); } catch (e) { console.log(e.name); }
let order = "";
t[7] = { valueOf() { order += "converted"; return 1; } };
console.log(order, Object.keys(t).join(), t["-0"], t["1.5"], "-0" in t, t.foo = 5, t.foo);
t[0] += 250; t[0]++; t[1] -= 10; t[2] ^= 0xfff;
console.log(t.join());
