// A throw inside an inlined callee, caught outside it; finally order; a catch block used for the first time when hot.
const log = [];
function risky(i) { if (i === 1500) throw new Error("e" + i); if (i === 1700) null.x; return i; }
function middle(i) { try { return risky(i) + 1; } finally { if (i >= 1500 && i % 100 === 0) log.push("f" + i); } }
function outer(n) { let s = 0; for (let i = 0; i < n; i++) { try { s += middle(i); } catch (e) { log.push(e.name + i); s += 10000; } } return s; }
console.log(outer(100), outer(2000), log.join());
function firstCatch(x) { try { return x.length.toString(); } catch (e) { return "caught " + e.name; } }
for (let i = 0; i < 2000; i++) firstCatch("abc");
console.log(firstCatch("four"), firstCatch(null), firstCatch(undefined), firstCatch(5), firstCatch("z"));
function state(n) { let stage = 0; let v = 0; for (let i = 0; i < n; i++) { try { stage = 1; v += risky2(i); stage = 2; } catch (e) { v += stage * 1000; } finally { stage = 0; } } return v; }
function risky2(i) { if (i % 600 === 599) throw i; return i & 1; }
console.log(state(2400));
function nested(n) { const out = []; for (let i = 0; i < n; i++) { try { try { if (i % 900 === 899) throw "in" + i; } finally { if (i % 450 === 449) out.push("fin" + i); } } catch (e) { out.push(e); } } return out.join(); }
console.log(nested(1900));
class E1 extends Error {} class E2 extends Error {}
function kinds(i) { if (i % 500 === 100) throw new E1("one"); if (i % 500 === 200) throw new E2("two"); if (i % 500 === 300) throw "str"; return 0; }
const tally = { E1: 0, E2: 0, other: 0, ok: 0 };
for (let i = 0; i < 2500; i++) { try { kinds(i); tally.ok++; } catch (e) { if (e instanceof E1) tally.E1++; else if (e instanceof E2) tally.E2++; else tally.other++; } }
console.log(JSON.stringify(tally));
const thrower = { get bad() { if (++gets === 1000) throw new RangeError("getter"); return 1; } };
let gets = 0;
function useGetter() { let s = 0; for (let i = 0; i < 1500; i++) { try { s += thrower.bad; } catch (e) { s += e.message.length * 100; } } return s; }
console.log(useGetter(), gets);
function callbackThrow(n) { let c = 0; for (let i = 0; i < n; i++) { try { [1, 2, 3].forEach((x) => { if (i === 200 && x === 2) throw x; c++; }); } catch (e) { c += e * 1000; } } return c; }
console.log(callbackThrow(400));
function ctorThrow(i) { try { return new (class { constructor() { if (i > 300) throw i; this.v = i; } })().v; } catch (e) { return -e; } }
let q = 0;
for (let i = 0; i < 400; i++) q += ctorThrow(i);
console.log(q);
