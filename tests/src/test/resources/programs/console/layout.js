// Where console.log breaks lines: width, number of entries, number arrays in columns, depth.
console.log({ a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7, h: 8, i: 9, j: 10 });
console.log({ alpha: "aaaaaaaaaaaaaaaa", beta: "bbbbbbbbbbbbbbbbbbb", gamma: "cccccccccccccccccc", delta: "d" });
console.log([{ name: "first", values: [1, 2, 3] }, { name: "second", values: [4, 5, 6] }, { name: "third", values: [] }]);
console.log(Array.from({ length: 30 }, (_, i) => i * i * i));
console.log(Array.from({ length: 27 }, (_, i) => "item" + i));
console.log(Array.from({ length: 8 }, (_, i) => [i, i * 2]));
console.log({ users: [{ id: 1, tags: ["a", "b"], address: { city: "X", geo: { lat: 1 } } }], total: 1 });
console.log([[1, 2, 3], [4, 5, 6], [7, 8, 9]]);
console.log([1.5, 22.25, 333.125, 4, 5, 6, 7, 8]);
console.log(["a", "bb", "ccc", "dddd", "eeeee", "ffffff", "ggggggg"]);
console.log({ s: "x".repeat(100) });
console.log(["y".repeat(80)]);
console.log(new Map(Array.from({ length: 5 }, (_, i) => ["key" + i, { value: i, list: [i] }])));
console.log(new Set(Array.from({ length: 12 }, (_, i) => i)));
console.log({ a: [], b: {}, c: [[]], d: [{}], e: { f: {} } });
