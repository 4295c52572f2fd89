// Objects that optimized code does not allocate: each function runs until it is compiled, and leaves again in the middle now and then.
class Vec {
    constructor(x, y) { this.x = x; this.y = y; }
    plus(o) { return new Vec(this.x + o.x, this.y + o.y); }
    times(k) { return new Vec(this.x * k, this.y * k); }
    dot(o) { return this.x * o.x + this.y * o.y; }
    get length() { return Math.sqrt(this.dot(this)); }
}
class Vec3 extends Vec {
    z = 1;
    constructor(x, y, z) { super(x, y); this.z = z; }
    plus(o) { return new Vec3(this.x + o.x, this.y + o.y, this.z + o.z); }
}
const kept = [];
const results = [];
const rare = (i, n) => i % 97 === n;

function run(name, f, rounds = 400) {
    let last;
    const seen = new Set();
    for (let i = 0; i < rounds; i++) { last = f(i); if (i % 50 === 0) seen.add(JSON.stringify(last)); }
    results.push(name + ' ' + JSON.stringify(last) + ' ' + [...seen].join('/'));
}

// In a loop's phi: another object each time around.
run('loop phi', i => { let a = new Vec(1, 2); for (let k = 0; k < 20; k++) { a = a.plus(new Vec(k, i)); if (rare(i, k)) a = a.times(2); } return [a.x, a.y]; });
// The same object in two variables, changed through one.
run('two names', i => { const a = new Vec(i, 1), b = a; for (let k = 0; k < 9; k++) { b.x += k; if (rare(i, k)) kept.push(b); } return [a === b, a.x, b.x]; });
// Two phis that swap their objects.
run('swap', i => { let a = new Vec(i, 1), b = new Vec(2, i); for (let k = 0; k < 7; k++) { [a, b] = [b, a]; a.x += 1; } return [a.x, a.y, b.x, b.y]; });
// One object that two phis share after the first time around.
run('shared', i => { let a = new Vec(i, 1), b = new Vec(2, i); for (let k = 0; k < 7; k++) { b = a; a.y += 3; if (rare(i, 9)) a = new Vec(0, 0); } return [a === b, a.y, b.y]; });
// Circles, of two and of one.
run('circle', i => { const a = { v: i, other: null }, b = { v: 2, other: a }; a.other = b; let s = 0, at = a; for (let k = 0; k < 5; k++) { s += at.v; at = at.other; } if (rare(i, 5)) kept.push(a); return [s, a.other.other === a]; });
run('self', i => { const a = { v: i, me: null }; a.me = a; if (rare(i, 6)) kept.push(a.me.me); return [a.me.me.v, a.me === a]; });
run('self in array', i => { const a = [i, null]; a[1] = a; if (rare(i, 6)) kept.push(a); return [a[1][0], a[1][1] === a]; });
// A linked list in a loop: each refers to the one before.
run('list', i => { let head = null; for (let k = 0; k < 6; k++) head = { k, next: head }; let s = 0; for (let n = head; n !== null; n = n.next) s = s * 3 + n.k; return s + i; });
run('pair of boxes', i => { let box = { inner: { n: 0 } }; for (let k = 0; k < 6; k++) { box = { inner: { n: box.inner.n + k } }; if (rare(i, k)) kept.push(box.inner); } return box.inner.n; });
run('inner changes', i => { const box = { inner: new Vec(0, 0) }; for (let k = 0; k < 6; k++) { box.inner = box.inner.plus(new Vec(k, i)); } return [box.inner.x, box.inner.y]; });
// It escapes in a branch, before and behind which it is changed.
run('branch', i => { const a = new Vec(i, 0); a.y = 1; if (rare(i, 3)) { kept.push(a); a.y += 10; } a.x += a.y; return [a.x, a.y, kept.length > 0]; });
run('late in loop', i => { const a = new Vec(i, 0); for (let k = 0; k < 10; k++) { a.y += k; if (k === 8 && rare(i, 4)) kept.push(a); } return [a.x, a.y]; });
// The shape depends on the way.
run('shapes', i => { const a = { p: i }; if (i & 1) a.q = 1; else a.r = 2; a.s = 3; return [a.p, a.q, a.r, a.s, Object.keys(a).join('')]; });
run('either', i => { const a = i % 3 ? new Vec(i, 1) : new Vec(1, i); const b = i % 5 ? a : new Vec3(1, 2, i); return [a.x, b.y, b.z, a === b]; });
// Constructors: derived, with fields, returning something else.
class Other { constructor(i) { this.i = i; if (rare(i, 11)) return { i: -1 }; } }
run('constructor', i => { const a = new Other(i); return [a.i, a instanceof Other]; });
run('derived', i => { let a = new Vec3(1, 2, 3); for (let k = 0; k < 5; k++) a = a.plus(new Vec3(k, i, 1)); return [a.x, a.y, a.z, a.length > 0]; });
// Leaves in a constructor, two calls deep: the object is half made.
function strange(i) { return rare(i, 13) ? '7' : i; }
class Deep { constructor(i) { this.a = 1; this.b = +strange(i) + 1; this.c = this.a + this.b; } }
function makeDeep(i) { return new Deep(i); }
run('half made', i => { const d = makeDeep(i); return [d.a, d.b, d.c]; });
// Closures and their contexts.
run('closure', i => { let s = 0; const add = x => { s += x; return s; }; for (let k = 0; k < 8; k++) { add(k); if (rare(i, k)) s = s + 0.5; } return add(1); });
run('counter', i => { const make = () => { let n = 0; return { up: () => ++n, get: () => n }; }; const c = make(), d = make(); c.up(); c.up(); d.up(); if (rare(i, 15)) kept.push(c.get); return [c.get(), d.get()]; });
run('closures in loop', i => { let s = 0; for (let k = 0; k < 5; k++) { const f = () => k * 2; s += f(); if (rare(i, k)) kept.push(f); } return s; });
run('kept closures', i => { const f = []; for (let k = 0; k < 3; k++) f.push(() => k + i); return f.map(g => g()).reduce((a, b) => a + b); });
// Arrays: literals, destructuring, rest, double and int kinds, indices known or not.
run('array', i => { const a = [i, 2, 3]; a[1] += a[0]; return [a[1], a.length, a[2]]; });
run('doubles', i => { const a = [i + 0.5, 1.5]; a[0] *= 2; const b = [a[1], a[0]]; return b[0] + b[1]; });
run('unknown index', i => { const a = [i, 2, 3]; let s = 0; for (let k = 0; k < 3; k++) s += a[k]; return s; });
run('out of bounds', i => { const a = [i, 2]; return [a[i % 4], a[-1], a[2]]; });
run('grows', i => { const a = [i]; a[1] = 5; a.push(6); return [a.length, a[1], a[2]]; });
run('kind changes', i => { const a = [1, 2]; a[0] = rare(i, 17) ? 'x' : i; a[1] = rare(i, 18) ? 0.5 : 2; return [a[0], a[1], a.length]; });
run('destructuring', i => { const [a, b = 9, ...c] = [i, undefined, 3, 4]; const { x, y: [p, q] } = { x: i, y: [1, i] }; return [a, b, c.length, c[1], x, p, q]; });
run('swap values', i => { let a = i, b = 2; for (let k = 0; k < 5; k++) { [a, b] = [b, a + (rare(i, k) ? 0.5 : 1)]; } return [a, b]; });
function sum(...all) { let s = 0; for (const x of all) s += x; return s; }
run('rest', i => sum(1, 2, i) + sum(i) + sum());
function several(i) { return { q: i / 2 | 0, r: i % 2, list: [i, i + 1] }; }
run('several results', i => { const { q, r, list: [a, b] } = several(i); return [q, r, a, b]; });
// Identity, types, truth.
run('identity', i => { const a = {}, b = {}; return [a === b, a == a, a !== b, typeof a, !a, a ? 1 : 2, a instanceof Object, typeof (() => a), Array.isArray([i])]; });
run('compared', i => { const a = { i }; const other = kept[i % 3]; return [a === other, other === a, a == null]; });
// try: what was not allocated is there for the handler.
function mayThrow(i) { if (rare(i, 19)) throw new Error('no'); return i; }
run('try', i => { const a = new Vec(i, 1); const seen = []; try { a.y = 2; a.x = mayThrow(i); a.y = 3; } catch (e) { seen.push(e.message, a.x === i); } finally { a.y += 10; } return [a.x, a.y, seen]; });
run('throws it', i => { try { const e = { i, v: new Vec(i, 2) }; if (rare(i, 20)) throw e; return e.i; } catch (e) { return [e.i, e.v.y]; } });
// Guards that fail with objects in every frame.
function inner(v, i) { const w = { v, i }; return +strange(i) + w.v.x + w.i; }
function middle(v, i) { const u = { v, n: i }; return inner(u.v, u.n) + u.v.y + u.n; }
run('three frames', i => { const v = new Vec(i, 5); const r = middle(v, i); v.x++; return [r, v.x]; });
// Overflow in the middle of a chain.
run('overflow', i => { const a = { n: 2147483000 }; for (let k = 0; k < 100; k++) a.n += i; return a.n; });
run('minus zero', i => { const a = { n: i % 7 ? 1 : -0 }; return Object.is(a.n * 0, -0) || Object.is(a.n, -0); });
run('undefined fields', i => { const a = { p: undefined, q: null }; if (rare(i, 21)) a.p = 1; return [a.p, a.q]; });
run('deleted', i => { const a = { p: 1, q: i }; if (i % 2) delete a.p; return ['p' in a, a.q]; });
run('prototype', i => { const a = { __proto__: Vec.prototype, x: 3, y: 4 }; return [a.length, a.dot(a)]; });
run('generator', i => { function* g(a) { yield a.x; yield a.y; } return [...g(new Vec(i, 1))]; });
run('nested loops', i => { let a = new Vec(0, 0); for (let p = 0; p < 4; p++) { const row = new Vec(p, i); for (let q = 0; q < 4; q++) { a = a.plus(row); row.x += q; if (rare(i, q)) row.y = -1; } if (p === 2) continue; a.y += 1; } return [a.x, a.y]; });
run('break', i => { let best = null; for (let k = 0; k < 8; k++) { const c = new Vec(k, (k * i) % 5); if (best === null || c.y > best.y) best = c; if (c.y === 4) break; } return [best.x, best.y]; });
run('min of pairs', i => { let best = { d: 1e9, at: -1 }; for (let k = 0; k < 8; k++) { const c = { d: (k * 31 + i) % 17, at: k }; if (c.d < best.d) best = c; } return [best.d, best.at]; });
run('iterator', i => { const it = { n: 0, next() { return this.n < 4 ? { value: this.n++, done: false } : { value: undefined, done: true }; } }; let s = 0; for (let r = it.next(); !r.done; r = it.next()) s += r.value; return s + i; });
run('accumulate', i => { const acc = { sum: 0, count: 0, max: -Infinity }; for (const x of [3, 1, i, 2]) { acc.sum += x; acc.count++; if (x > acc.max) acc.max = x; } return [acc.sum, acc.count, acc.max]; });
run('loosely null', i => [{}, null, undefined, () => 1, 0, '', 0n, NaN, false, [i]].map(x => (x == null ? 'n' : 'y') + (x != null ? 1 : 2)).join(''));
run('arguments', function (i) { function f() { return arguments.length + arguments[0]; } return f(i, 2, 3); });
console.log(results.join('\n'));
console.log(kept.length, kept.filter(k => typeof k === 'object').length);
console.log(JSON.stringify(kept.filter(k => typeof k === 'object' && k.me === undefined && k.other === undefined && !Array.isArray(k))));
