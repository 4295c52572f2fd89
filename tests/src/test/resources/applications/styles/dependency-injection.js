// A container: tokens, factories, scopes, lazily made singletons, circular checks, decorators by hand, interception with Proxy.
'use strict';
class Token { constructor(name) { this.name = name; Object.freeze(this); } toString() { return `Token(${this.name})`; } }
const Lifetime = Object.freeze({ Transient: 0, Scoped: 1, Singleton: 2 });
class Container {
  #providers = new Map(); #instances = new Map(); #parent; #stack = [];
  constructor(parent = null) { this.#parent = parent; }
  register(token, { use, inject = [], lifetime = Lifetime.Singleton, multi = false }) {
    const p = { use, inject, lifetime, make: typeof use === 'function' && use.prototype?.constructor === use && /^class/.test(String(use)) ? (...a) => new use(...a) : typeof use === 'function' ? use : () => use };
    if (multi) { const list = this.#providers.get(token) ?? []; list.push(p); list.multi = true; this.#providers.set(token, list); } else this.#providers.set(token, p);
    return this;
  }
  scope() { return new Container(this); }
  #lookup(token) { return this.#providers.get(token) ?? this.#parent?.#lookup(token); }
  #root() { return this.#parent?.#root() ?? this; }
  get(token) {
    if (token === Container) return this;
    const p = this.#lookup(token);
    if (!p) throw new ReferenceError(`nothing provides ${token instanceof Token ? token : token.name}`);
    if (p.multi) return p.map((one) => this.#create(token, one));
    return this.#create(token, p);
  }
  #create(token, p) {
    const owner = p.lifetime === Lifetime.Singleton ? this.#root() : this;
    if (p.lifetime !== Lifetime.Transient && owner.#instances.has(p)) return owner.#instances.get(p);
    const name = token.name;
    if (this.#stack.includes(name)) throw new Error(`circular: ${[...this.#stack, name].join(' -> ')}`);
    this.#stack.push(name);
    try {
      const instance = p.make(...p.inject.map((t) => this.get(t)));
      if (p.lifetime !== Lifetime.Transient) owner.#instances.set(p, instance);
      return instance;
    } finally { this.#stack.pop(); }
  }
  intercept(token, around) {
    const p = this.#lookup(token), { make } = p;
    p.make = (...a) => new Proxy(make(...a), { get: (t, k) => { const v = Reflect.get(t, k); return typeof v === 'function' ? (...args) => around(k, () => v.apply(t, args), args) : v; } });
    return this;
  }
}
const CONFIG = new Token('config'), PLUGIN = new Token('plugin');
class Logger { lines = []; log(s) { this.lines.push(s); return this; } }
class Database { constructor(config, logger) { this.url = config.url; this.logger = logger; logger.log(`connect ${this.url}`); } query(q) { if (/drop/i.test(q)) throw new Error('forbidden'); return `${q} on ${this.url}`; } }
class Repository { constructor(db) { this.db = db; } find(id) { return this.db.query(`select ${id}`); } }
let requests = 0;
class Request { id = ++requests; constructor(repo, plugins) { this.repo = repo; this.plugins = plugins; } run() { return this.plugins.reduce((v, f) => f(v), this.repo.find(this.id)); } }
const c = new Container().register(CONFIG, { use: { url: 'mem:1' } }).register(Logger, { use: Logger }).register(Database, { use: Database, inject: [CONFIG, Logger] }).register(Repository, { use: Repository, inject: [Database], lifetime: Lifetime.Transient })
  .register(PLUGIN, { use: () => (s) => s.toUpperCase(), multi: true }).register(PLUGIN, { use: () => (s) => `<${s}>`, multi: true }).register(Request, { use: Request, inject: [Repository, PLUGIN], lifetime: Lifetime.Scoped });
c.intercept(Database, (name, proceed, args) => { const l = c.get(Logger); l.log(`> ${String(name)}(${args})`); try { const r = proceed(); l.log(`< ${r}`); return r; } catch (e) { l.log(`! ${e.message}`); throw e; } });
const s1 = c.scope(), s2 = c.scope();
console.log(s1.get(Request).run(), s2.get(Request).run(), s1.get(Request) === s1.get(Request), s1.get(Request) === s2.get(Request), s1.get(Database) === s2.get(Database), c.get(Repository) === c.get(Repository));
try { c.get(Database).query('drop table'); } catch (e) { console.log(e.message); }
console.log(c.get(Logger).lines);
class A {} class B {}
c.register(A, { use: A, inject: [B] }).register(B, { use: B, inject: [A] });
for (const t of [A, new Token('missing'), class Unknown {}]) try { c.get(t); } catch (e) { console.log(`${e.name}: ${e.message}`); }
s1.register(CONFIG, { use: () => ({ url: 'local' }) });
console.log(s1.get(CONFIG), s2.get(CONFIG), c.get(CONFIG) === s2.get(CONFIG), s1.get(Container) === s1, String(CONFIG), Object.isFrozen(PLUGIN));
