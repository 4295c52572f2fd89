// Errors and early exits close iterators; errors of return() are reported or swallowed as specified.
function make(log, options = {}) {
  return { [Symbol.iterator]() { let i = 0; return {
    next() { log.push("n" + i); if (options.throwAt === i) throw "next"; return { value: i++, done: i > (options.count ?? 5) }; },
    return() { log.push("r"); if (options.returnThrows) throw "return"; return options.badReturn ? 1 : {}; } }; } };
}
function run(name, f, options) { const log = []; let r; try { r = f(make(log, options)); } catch (e) { r = "threw " + (e instanceof Error ? e.name : e); } console.log(name, r, log.join("")); }
run("break", (it) => { for (const x of it) if (x === 1) break; return "ok"; });
run("return", (it) => { for (const x of it) if (x === 1) return x; });
run("throw", (it) => { for (const x of it) throw "body"; });
run("finish", (it) => { for (const x of it); return "ok"; }, { count: 2 });
run("next throws", (it) => { for (const x of it); }, { throwAt: 1 });
run("break, return throws", (it) => { for (const x of it) break; }, { returnThrows: true });
run("throw, return throws", (it) => { for (const x of it) throw "body"; }, { returnThrows: true });
run("break, bad return", (it) => { for (const x of it) break; }, { badReturn: true });
run("throw, bad return", (it) => { for (const x of it) throw "body"; }, { badReturn: true });
run("pattern", (it) => { const [a, b] = it; return a + b; });
run("pattern all", (it) => { const [a, ...b] = it; return b.length; }, { count: 3 });
run("pattern short", (it) => { const [a, b, c] = it; return String(c); }, { count: 1 });
run("pattern throws", (it) => { const [a, b = (() => { throw "dflt"; })()] = it; }, { count: 1 });
run("pattern target throws", (it) => { const [{ x: { y } }] = it; });
run("empty pattern", (it) => { const [] = it; return "ok"; });
run("outer continue", (it) => { let n = 0; out: for (const a of [1, 2]) { for (const x of it) { n += x; if (x === 1) continue out; } } return n; });
run("finally", (it) => { for (const x of it) { try { break; } finally { n = 1; } } return "ok"; var n; });
run("spread", (it) => [...it].length, { count: 3 });
run("array from", (it) => Array.from(it, (x) => { if (x === 1) throw "mapper"; return x; }).length);
run("map ctor", (it) => new Map(it).size);
run("set ctor", (it) => new Set(it).size, { count: 2 });
