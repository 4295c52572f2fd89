// Errors as values, error hierarchies, rethrowing with context, and error-free fast paths in hot code.
class AppError extends Error { constructor(m, { code = 0, cause } = {}) { super(m, cause ? { cause } : undefined); this.code = code; } get name() { return this.constructor.name; } is(...types) { return types.some((t) => this instanceof t); } }
class NotFound extends AppError { constructor(what) { super(what + " not found", { code: 404 }); this.what = what; } }
class Invalid extends AppError { static because(r) { return new this("invalid: " + r, { code: 400 }); } }
const Ok = (v) => ({ ok: true, v, map: (f) => Ok(f(v)), or: () => v }), Err = (e) => ({ ok: false, e, map: () => Err(e), or: (d) => d });
const attempt = (f) => { try { return Ok(f()); } catch (e) { return Err(e); } };
const db = { ada: { age: 36 }, bob: { age: -1 } };
function load(n) { if (!(n in db)) throw new NotFound(n); const r = db[n]; if (r.age < 0) throw Invalid.because("age " + r.age); return r; }
for (const n of ["ada", "bob", "cyd"]) { const r = attempt(() => load(n)).map((u) => u.age + 1); console.log(n, r.ok, r.ok ? r.v : `${r.e.name} ${r.e.code} ${r.e.message}`, r.or("dflt"), r.ok || r.e.is(NotFound, RangeError), r.ok || String(r.e)); }
function wrap(n) { try { return load(n); } catch (e) { if (e instanceof NotFound) throw new AppError("while loading " + n, { cause: e, code: 500 }); throw e; } }
try { wrap("zed"); } catch (e) { console.log(e.message, e.cause.message, e.code, e.cause.what, e instanceof NotFound, Object.keys(e).join()); }
let good = 0, bad = 0;
for (let i = 0; i < 1500; i++) { const r = attempt(() => load(i % 9 === 0 ? "bob" : i % 14 === 0 ? "x" + i : "ada")); if (r.ok) good += r.v.age; else bad += r.e.code; }
console.log(good, bad);
const chain = (e) => (e ? [e.message, ...chain(e.cause)] : []);
console.log(chain(new Error("a", { cause: new Error("b", { cause: new Error("c") }) })).join("<"));
