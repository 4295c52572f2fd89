// Objects as numbers and strings in hot arithmetic: valueOf, toString, Symbol.toPrimitive, dates left out.
class Meters { constructor(v) { this.v = v; } valueOf() { return this.v; } toString() { return this.v + "m"; } }
class Tag { constructor(t) { this.t = t; } toString() { return `<${this.t}>`; } }
class Both { [Symbol.toPrimitive](hint) { return hint === "string" ? "text" : hint === "number" ? 8 : "default"; } }
let sum = 0, text = "";
for (let i = 0; i < 600; i++) { const m = new Meters(i); sum += m * 2 - (m > 300 ? 1 : 0); sum += m + 1; if (i % 100 === 0) text += `${m}` + new Tag(i) + (m + "|"); }
console.log(sum, text);
console.log(new Meters(2) + new Meters(3), new Tag("a") + 1, new Both() + 1, +new Both(), `${new Both()}`, new Both() * 2, [new Both()] + "", new Meters(1) < new Meters(2), new Meters(5) == 5, new Tag("q") == "<q>", Math.max(new Meters(3), new Meters(9)), isNaN(new Tag("z")));
const o = {};
o[new Tag("key")] = 1; o[new Meters(4)] = 2; o[new Both()] = 3;
console.log(Object.keys(o).join(), [10, 9, 1].sort((a, b) => new Meters(a) - new Meters(b)).join(), "abc".repeat(new Meters(2)), "abcdef".slice(new Meters(1), new Meters(3)), [1, 2, 3].at(new Meters(1)), parseInt(new Tag("1")), Number(new Meters("12")));
const order = [];
const noisy = (n, v) => ({ valueOf() { order.push(n); return v; } });
noisy("a", 1) + noisy("b", 2); noisy("c", 1) < noisy("d", 2); noisy("e", 1) == 1; noisy("f", 3) | noisy("g", 4);
console.log(order.join(""));
