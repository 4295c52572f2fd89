// Objects with very many properties, named and numbered, built and torn down.
const o = {};
for (let i = 0; i < 1500; i++) o["p" + i] = i;
let sum = 0;
for (let i = 0; i < 1500; i++) sum += o["p" + i];
console.log(sum, Object.keys(o).length, o.p0, o.p1499, o.p1500);
for (let i = 0; i < 1500; i += 2) delete o["p" + i];
console.log(Object.keys(o).length, o.p1, o.p2, "p3" in o, "p4" in o, Object.keys(o).slice(0, 3).join());
o.p2 = "again";
console.log(Object.keys(o)[Object.keys(o).length - 1], o.p2);
const get = (obj) => obj.p7;
let s = 0;
for (let i = 0; i < 2000; i++) { s += get(o); o.p7 = i & 3; }
console.log(s);
delete o.p7;
console.log(get(o), get({ p7: 1 }), get(o));
const sparse = {};
for (let i = 0; i < 500; i++) sparse[i * 1000] = i;
console.log(Object.keys(sparse).length, sparse[499000], sparse[499001], Object.keys(sparse)[3]);
const mixed = {};
for (let i = 0; i < 200; i++) { mixed[i % 2 ? i : "s" + i] = i; }
console.log(Object.keys(mixed).slice(98, 103).join());
const proto = {};
for (let i = 0; i < 300; i++) proto["m" + i] = () => i;
const child = Object.create(proto);
let t = 0;
for (let i = 0; i < 2000; i++) t += child["m" + (i % 300)]();
proto.m5 = () => 1e6;
console.log(t, child.m5(), Object.keys(child).length);
