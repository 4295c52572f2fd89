// Nested patterns with defaults and computed keys over objects of several shapes, hot.
const f = ({ a: { b = 1, c: [d = 2, ...e] = [] } = {}, ["k" + 1]: g = 3, ...rest }) => b + d + e.length + g + Object.keys(rest).length;
const inputs = [{}, { a: {} }, { a: { b: 10 } }, { a: { c: [5, 6, 7] } }, { k1: 0.5, z: 1 }, { a: { b: "s", c: new Set([9]) }, q: 1, w: 2 }];
const out = inputs.map(() => 0);
for (let i = 0; i < 900; i++) { const k = i % inputs.length; out[k] = f(inputs[k]); }
console.log(out.join());
let s = 0;
for (const { x, y: [p, q = x] } of Array.from({ length: 400 }, (_, i) => ({ x: i, y: i % 2 ? [1] : [i / 2, 3] }))) s += x + p * q;
console.log(s);
function swap([a, b], { left = a, right = b } = {}) { return [right, left]; }
let pair = [1, "two"];
for (let i = 0; i < 501; i++) pair = swap(pair, i % 100 === 0 ? { left: i } : undefined);
console.log(pair.join());
const state = { pos: { x: 0, y: 0 }, log: [] };
for (let i = 0; i < 300; i++) { ({ x: state.pos.x, y: state.pos["y"] = 7 } = { x: i, y: i % 10 ? undefined : i }); [state.log[i % 5], ...state.tail] = [state.pos.y, i, i + 1]; }
console.log(state.pos.x, state.pos.y, state.log.join(), state.tail.join());
