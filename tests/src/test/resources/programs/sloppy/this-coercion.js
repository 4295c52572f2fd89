// this in sloppy functions: global for null and undefined, wrappers for primitives.
function self() { return this; }
function strictSelf() { "use strict"; return this; }
console.log(self() === globalThis, self.call(null) === globalThis, self.call(undefined) === globalThis, typeof self.call(5), typeof self.call("s"), self.call("abc").length, self.call(true) == true, self.call(5) === 5);
console.log(strictSelf() === undefined, strictSelf.call(5), strictSelf.call(null), typeof strictSelf.call("s"));
Number.prototype.me = function () { return typeof this; };
Number.prototype.strictMe = function () { "use strict"; return typeof this; };
Object.defineProperty(Number.prototype, "getMe", { get() { return typeof this; }, configurable: true });
Object.defineProperty(Number.prototype, "getStrict", { get() { "use strict"; return typeof this; }, configurable: true });
console.log((5).me(), (5).strictMe(), (5).getMe, (5).getStrict);
const arrowInside = function () { return (() => this)(); };
console.log(arrowInside.call(7) == 7, arrowInside() === globalThis, typeof arrowInside.call(7));
function count() { this.n = (this.n || 0) + 1; return this.n; }
const o = { count };
console.log(o.count(), o.count(), count.call({ n: 10 }), [1, 2].map(function () { return typeof this.n; }, { n: 1 }).join());
count(); count();
console.log(globalThis.n, delete globalThis.n, typeof n);
const s = self.call("str");
s.added = 1;
console.log(s.added, self.call("str").added, self.call(Symbol.iterator) == Symbol.iterator);
let wrapped = 0;
for (let i = 0; i < 1500; i++) { const t = self.call(i % 2 ? i : undefined); if (t === globalThis) wrapped++; else wrapped += t > 0 ? 2 : 0; }
console.log(wrapped);
function Implicit() { undeclaredGlobal = 5; return typeof undeclaredGlobal; }
console.log(Implicit(), globalThis.undeclaredGlobal, delete globalThis.undeclaredGlobal, typeof undeclaredGlobal);
