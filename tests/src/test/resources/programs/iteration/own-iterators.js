// Iterators of the program's own and the engine's, whatever their results are: a loop asks for done, then value, and ends rightly.
function mk(results) { let i = 0; return { [Symbol.iterator]() { return { next() { const r = results[Math.min(i++, results.length - 1)]; if (typeof r === 'function') return r(); return r; }, return() { log.push('ret'); return {}; } }; } }; }
const log = [];
function run(it) { const out = []; try { for (const x of it) { out.push(x); if (out.length > 5) break; } } catch (e) { out.push(e instanceof Error ? (e instanceof TypeError ? 'TypeError' : e.constructor.name + ':' + e.message) : e); } return out.join('|'); }
const cases = () => [
  mk([{ value: 1 }, { value: 2, done: false }, { value: 3, done: 0 }, { value: 4, done: '' }, { done: 1 }]),
  mk([{ value: 1, done: null }, { done: 'yes', value: 9 }]),
  mk([{ value: 1 }, 5]), mk([undefined]), mk([{}, {}, { done: true }]),
  mk([{ get done() { log.push('d'); return false; }, get value() { log.push('v'); return 7; } }, { get done() { throw new RangeError('done'); } }]),
  mk([{ get value() { throw new RangeError('value'); } }]), mk([() => { throw new TypeError('next'); }]),
  mk([new Proxy({ value: 3, done: false }, { get(t, k) { log.push(k); return t[k]; } }), { done: true }]),
  mk([Object.create({ value: 'inherited', done: false }), { done: {} }]),
  mk([{ value: 1 }]), 'héllo', 'a' + 'b'.repeat(3) + String(log.length), '\u{1F600}x', [1, , 3][Symbol.iterator](), [1.5, , 2].entries(), ['a', 'b'].keys(), new Int8Array([1, 2]).entries(), [3, 4].entries(),
  { [Symbol.iterator]: () => ({ next: class { } }) }, { [Symbol.iterator]: () => ({ next: Array.prototype.values }) }, { [Symbol.iterator]: () => ({ next: 5 }) }, { [Symbol.iterator]: () => ({ next: (() => ({ done: true })).bind(null) }) },
  { [Symbol.iterator]: () => { const m = new Map([[1, 2]])[Symbol.iterator](); m.next = () => ({ value: 'own', done: log.length % 3 === 0 }); return m; } },
];
let h = '';
for (let r = 0; r < 60; r++) { const s = cases().map(run).join('\n'); if (r === 0 || r === 59) console.log(s); log.length = Math.min(log.length, 3); h += s.length + ','; }
console.log(log.length, h);
function deep(n) { const o = { [Symbol.iterator]() { let i = 0; return { next: () => ({ done: i++ > 1, value: n > 0 ? deep(n - 1) : i }) }; } }; let s = 0; for (const x of o) s += x; return s; }
console.log(deep(8));
function type(i) { return { [Symbol.iterator]() { let k = 0; return { next() { k++; return k > 3 ? { done: true } : { value: i > 300 ? 's' + k : k + i, done: false }; } }; } }; }
let t = 0; for (let i = 0; i < 320; i++) for (const x of type(i)) t = typeof x === 'string' ? t + x.length : t + x * 2; console.log(t);
