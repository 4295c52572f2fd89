// Events with priorities, once, wildcards, removal while emitting, error isolation.
class Emitter {
  #handlers = new Map();
  #order = 0;
  on(type, f, { once = false, priority = 0 } = {}) { const list = this.#handlers.get(type) ?? []; const entry = { f, once, priority, order: this.#order++ }; list.push(entry); list.sort((a, b) => b.priority - a.priority || a.order - b.order); this.#handlers.set(type, list); return () => this.off(type, f); }
  once(type, f) { return this.on(type, f, { once: true }); }
  off(type, f) { this.#handlers.set(type, (this.#handlers.get(type) ?? []).filter((e) => e.f !== f)); }
  emit(type, ...args) { const errors = []; let n = 0; for (const key of [type, "*"]) for (const e of [...(this.#handlers.get(key) ?? [])]) { if (e.once) this.off(key, e.f); try { e.f.apply(this, key === "*" ? [type, ...args] : args); n++; } catch (err) { errors.push(err.message); } } return { n, errors }; }
  count(type) { return this.#handlers.get(type)?.length ?? 0; }
}
const log = [];
const e = new Emitter();
e.on("a", (x) => log.push("low" + x), { priority: -1 });
e.on("a", (x) => log.push("first" + x));
e.once("a", (x) => log.push("once" + x));
e.on("a", function (x) { log.push("high" + (this === e) + x); }, { priority: 10 });
const stop = e.on("*", (type, x) => log.push("any:" + type + x));
e.on("b", () => { throw new Error("handler failed"); });
e.on("b", () => { e.on("b", () => log.push("late")); });
console.log(JSON.stringify(e.emit("a", 1)), JSON.stringify(e.emit("a", 2)), JSON.stringify(e.emit("b", 3)), JSON.stringify(e.emit("b", 4)), JSON.stringify(e.emit("none")));
stop();
console.log(log.join(" "), e.count("a"), e.count("*"), e.emit("zzz").n);
class Store extends Emitter { #state; constructor(s) { super(); this.#state = s; } get state() { return this.#state; } dispatch(patch) { const before = this.#state; this.#state = { ...before, ...patch }; for (const k of Object.keys(patch)) if (before[k] !== patch[k]) this.emit("change:" + k, before[k], patch[k]); } }
const s = new Store({ count: 0, name: "n" });
let changes = 0, sum = 0;
s.on("change:count", (from, to) => { changes++; sum += to - from; });
for (let i = 0; i < 600; i++) s.dispatch(i % 3 ? { count: i } : { name: "n", other: i });
console.log(changes, sum, JSON.stringify(s.state));
