// Module patterns: private state, namespaces, singletons, lazy initialisation.
const counter = (() => { let n = 0; const api = { inc: () => (n++, api), get value() { return n; }, reset() { n = 0; return this; } }; return Object.freeze(api); })();
console.log(counter.inc().inc().value, counter.reset().value, Object.isFrozen(counter));
const ns = {};
(function (exports) { const secret = 42; exports.reveal = () => secret; exports.nested = exports.nested || {}; exports.nested.twice = () => exports.reveal() * 2; })(ns);
console.log(ns.reveal(), ns.nested.twice(), Object.keys(ns).join());
const lazy = (make) => { let value, made = false; return () => { if (!made) { value = make(); made = true; } return value; }; };
let built = 0;
const config = lazy(() => ({ id: ++built }));
console.log(config().id, config().id, built, config() === config());
const registry = (() => { const items = new Map(); let next = 1; return { add: (x) => { const id = next++; items.set(id, x); return () => items.delete(id); }, all: () => [...items.values()].join() }; })();
const removeA = registry.add("a"), removeB = registry.add("b");
registry.add("c");
console.log(registry.all(), removeB(), removeB(), registry.all(), removeA(), registry.all());
function Stack() { const items = []; this.push = (x) => (items.push(x), this); this.pop = () => items.pop(); Object.defineProperty(this, "size", { get: () => items.length }); }
const s = new Stack().push(1).push(2);
console.log(s.pop(), s.size, s.items, s instanceof Stack);
const once = {};
for (const name of ["a", "b"]) once[name] = (() => { let used = false; return () => (used ? "again" : ((used = true), name)); })();
console.log(once.a(), once.a(), once.b());
