// A reactive store of proxies: dependencies tracked by reading, computed values, batching, deep objects, arrays, Maps; negative indices, defaults, logging.
const targets = new WeakMap(), proxies = new WeakMap();
let active = null, depth = 0, pending = new Set(), runs = 0;
function track(target, key) { if (!active) return; let deps = targets.get(target); if (!deps) targets.set(target, (deps = new Map())); let set = deps.get(key); if (!set) deps.set(key, (set = new Set())); set.add(active); active.deps.add(set); }
function trigger(target, key) { for (const e of targets.get(target)?.get(key) ?? []) if (e !== active) pending.add(e); if (depth === 0) flush(); }
function flush() { while (pending.size) { const all = [...pending]; pending = new Set(); for (const e of all) e(); } }
function batch(f) { depth++; try { return f(); } finally { if (--depth === 0) flush(); } }
function effect(f) {
  const run = () => { for (const d of run.deps) d.delete(run); run.deps.clear(); const outer = active; active = run; runs++; try { f(); } finally { active = outer; } };
  run.deps = new Set();
  run();
  return () => { for (const d of run.deps) d.delete(run); };
}
const ITERATE = Symbol('iterate');
function reactive(target) {
  if (typeof target !== 'object' || target === null) return target;
  if (proxies.has(target)) return proxies.get(target);
  const proxy = new Proxy(target, {
    get(t, k, r) { if (k === '__raw') return t; track(t, k); const v = Reflect.get(t, k, r); return typeof v === 'object' ? reactive(v) : v; },
    set(t, k, v, r) { const had = Object.hasOwn(t, k), old = t[k], ok = Reflect.set(t, k, v?.__raw ?? v, r); if (!had) batch(() => { trigger(t, k); trigger(t, ITERATE); }); else if (!Object.is(old, v)) trigger(t, k); return ok; },
    has(t, k) { track(t, k); return k in t; }, ownKeys(t) { track(t, ITERATE); return Reflect.ownKeys(t); },
    deleteProperty(t, k) { const had = Object.hasOwn(t, k), ok = delete t[k]; if (had && ok) batch(() => { trigger(t, k); trigger(t, ITERATE); }); return ok; },
  });
  proxies.set(target, proxy);
  return proxy;
}
function computed(f) { const box = reactive({ value: undefined }); effect(() => { box.value = f(); }); return box; }
const log = [], state = reactive({ count: 0, user: { name: 'Kim', tags: ['a'] }, items: [] });
const stop = effect(() => log.push(`count ${state.count}`)), upper = computed(() => state.user.name.toUpperCase());
effect(() => log.push(`name ${upper.value}/${state.user.tags.length}`));
effect(() => log.push('keys ' + Object.keys(state.user).join()));
state.count++; state.count = 1; state.user.name = 'Bo'; state.user.tags.push('b'); state.user.age = 5; delete state.user.age; delete state.user.none;
stop(); state.count = 99;
console.log(log); log.length = 0;
batch(() => { for (let i = 0; i < 100; i++) { state.items.push(i); state.user.name += i % 10; } });
console.log(log, state.items.length, state.user.name.length, state.user === state.user, state.items.includes(50), 'name' in state.user);
effect(() => log.push(state.items.filter((x) => x % 25 === 0).map((x) => x * 2).join()));
state.items.splice(0, 1); state.items.reverse(); state.items.length = 3;
console.log(log.slice(1).pop(), state.items, JSON.stringify(state.items), Array.isArray(state.items), runs > 10);
const negative = (xs) => new Proxy(xs, { get: (t, k, r) => Reflect.get(t, typeof k === 'string' && /^-\d+$/.test(k) ? String(t.length + Number(k)) : k, r) });
const withDefault = (make) => new Proxy({}, { get: (t, k) => (k in t || typeof k === 'symbol' ? t[k] : (t[k] = make(k))) });
const n = negative([1, 2, 3]), words = withDefault(() => []);
for (const w of 'to be or not to be that is'.split(' ')) words[w.length].push(w);
console.log(n[-1], n[-3], n[0], n.map((x) => x + n[-1]), words[2].length, Object.keys(words), words);
const trace = [], spy = (o, name = 'o') => new Proxy(o, Object.fromEntries(['get', 'set', 'has', 'deleteProperty', 'apply', 'construct', 'getPrototypeOf', 'ownKeys', 'defineProperty', 'getOwnPropertyDescriptor'].map((trap) => [trap, (t, ...a) => { trace.push(`${trap}${typeof a[0] === 'string' ? ':' + a[0] : ''}`); return Reflect[trap](t, ...a); }])));
const o = spy({ x: 1, f() { return this.x; } });
o.x = 2; o.f(); 'x' in o; delete o.x; ({ ...o }); Object.keys(o); o instanceof Object; new (spy(class { }))(); spy(Math.max)(1, 2);
console.log(trace.join(' '));
const { proxy, revoke } = Proxy.revocable([], {}); proxy.push(1); revoke();
try { proxy.length; } catch (e) { console.log(e.constructor.name); }
try { 'use strict'; Object.freeze(o); new Proxy(Object.freeze({ a: 1 }), { get: () => 2 }).a; } catch (e) { console.log(e.constructor.name); }
