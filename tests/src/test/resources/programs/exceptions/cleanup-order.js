// Resources acquired and released in order, with errors at every step.
const log = [];
const acquire = (n, fail) => { if (fail === n) throw new Error("acquire " + n); log.push("+" + n); return { use() { if (fail === "use" + n) throw new Error("use " + n); log.push("u" + n); return n; }, release() { log.push("-" + n); if (fail === "release" + n) throw new Error("release " + n); } }; };
function work(fail) { const a = acquire("a", fail); try { const b = acquire("b", fail); try { const c = acquire("c", fail); try { return a.use() + b.use() + c.use(); } finally { c.release(); } } finally { b.release(); } } finally { a.release(); } }
for (const fail of [null, "a", "b", "c", "usea", "useb", "usec", "releasea", "releaseb", "releasec"]) { log.length = 0; let r; try { r = work(fail); } catch (e) { r = e.message; } console.log(fail, r, log.join("")); }
class Stack { #items = []; defer(f) { this.#items.push(f); } run(body) { try { return body(this); } finally { let error; while (this.#items.length) { try { this.#items.pop()(); } catch (e) { error = error ? new Error(`${e.message} after ${error.message}`) : e; } } if (error) throw error; } } }
const order = [];
console.log(new Stack().run((s) => { s.defer(() => order.push(1)); s.defer(() => order.push(2)); return "result"; }), order.join());
try { new Stack().run((s) => { s.defer(() => { throw new Error("d1"); }); s.defer(() => order.push(3)); s.defer(() => { throw new Error("d2"); }); }); } catch (e) { console.log(e.message, order.join()); }
function retry(f, n) { for (let i = 1; ; i++) { try { return f(i); } catch (e) { if (i === n) throw new Error(`gave up after ${n}: ${e.message}`, { cause: e }); } } }
console.log(retry((i) => { if (i < 3) throw new Error("no"); return "ok " + i; }, 5));
try { retry(() => { throw new TypeError("never"); }, 4); } catch (e) { console.log(e.message, e.cause.name); }
let n = 0;
for (let i = 0; i < 300; i++) { log.length = 0; try { work(["a", "useb", "releasec", null][i % 4]); n += log.length; } catch (e) { n += log.length * 100; } }
console.log(n);
