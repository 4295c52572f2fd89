// Running out of stack is an error that can be caught, repeatedly, in every kind of call.
let depth = 0;
function plain() { depth++; plain(); }
function withTry() { try { withTry(); } finally { depth++; } }
const o = { get g() { return this.g; }, toString() { return "" + this; } };
class A { constructor() { new A(); } }
const viaMap = () => [1].map(viaMap);
const viaSpread = (...a) => viaSpread(...a, 1);
const names = [];
for (const f of [plain, withTry, () => o.g, () => new A(), viaMap, viaSpread, () => `${o}`]) {
  try { f(); names.push("none"); } catch (e) { names.push(e instanceof RangeError); }
}
console.log(names.join(), depth > 500);
function sum(n) { return n === 0 ? 0 : n + sum(n - 1); }
console.log(sum(1000));
let again = 0;
for (let i = 0; i < 3; i++) { try { plain(); } catch (e) { again++; } }
console.log(again, sum(500));
