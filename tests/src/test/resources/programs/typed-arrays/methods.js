// The methods that typed arrays share with arrays, and set, subarray, sort.
const a = new Float64Array([5, 1, 4, -0, 0, NaN, 2.5]);
console.log(a.slice().sort().join(), 1 / a.slice().sort()[0], a.map((x) => x * 2).join(), a.filter((x) => x > 1).length, a.indexOf(4), a.includes(NaN), a.indexOf(NaN), a.lastIndexOf(0), a.find((x) => x < 2), a.findIndex((x) => x < 2), a.at(-1));
const i = new Int8Array([3, 1, 2, 100]);
console.log(i.reduce((s, x) => s + x), i.reduceRight((s, x) => s + "-" + x), i.some((x) => x > 50), i.every((x) => x > 0), i.join("/"), [...i.keys()].join(), [...i.entries()].join(";"), [...i].length, i.toString());
console.log(i.reverse().join(), i.fill(7, 1, 3).join(), i.copyWithin(0, 2).join(), i.sort((x, y) => y - x).join(), i.map((x) => x * 2).join());
i.set([9, 8], 2); console.log(i.join());
i.set(new Uint8Array([200, 1])); console.log(i.join());
try { i.set([1, 2, 3], 3); } catch (e) { console.log(e.name); }
const big = new Uint16Array(500);
for (let k = 0; k < 500; k++) big[k] = (k * 7919) & 0xffff;
big.sort();
let ok = true;
for (let k = 1; k < 500; k++) ok = ok && big[k - 1] <= big[k];
console.log(ok, big[0], big[499]);
const log = [];
i.forEach(function (v, k, arr) { log.push(v + ":" + k + ":" + (arr === i) + ":" + this); }, "t");
console.log(log.join());
console.log(Array.from(i).join(), [].concat(i).length, Array.prototype.slice.call(i, 0, 2).join(), Array.prototype.map.call(i, (x) => x + "").join(), JSON.stringify(i), Object.keys(i).join(), JSON.stringify({ ...new Uint8Array([5, 6]) }));
for (const v of new Uint8Array([1, 2])) log.push(v);
for (const k in new Uint8Array([1, 2])) log.push(k);
const [x, y = "d", z = "dz"] = new Int8Array([1, 2]);
console.log(log.slice(4).join(), x, y, z, Math.max(...new Float32Array([0.5, 1.5])));
