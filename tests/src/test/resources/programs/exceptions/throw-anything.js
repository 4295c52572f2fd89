// Any value can be thrown, and arrives unchanged.
const object = { o: 1 };
const values = [0, -0, NaN, 1.5, "s", "", true, null, undefined, object, Symbol.iterator, [1], () => 1, new Error("e")];
let same = 0;
for (const v of values) { try { throw v; } catch (e) { if (Object.is(e, v)) same++; } }
console.log(same === values.length);
const thrower = { get p() { throw "getter"; }, set p(v) { throw "setter" + v; }, valueOf() { throw "valueOf"; }, toString() { throw "toString"; }, [Symbol.iterator]() { throw "iterator"; } };
const seen = [];
const attempt = (f) => { try { f(); seen.push("none"); } catch (e) { seen.push(e); } };
attempt(() => thrower.p);
attempt(() => { thrower.p = 1; });
attempt(() => thrower + 1);
attempt(() => `${thrower}`);
attempt(() => [...thrower]);
attempt(() => ({ [thrower]: 1 }));
attempt(() => [1, 2].map(() => { throw "callback"; }));
attempt(() => [2, 1].sort(() => { throw "comparator"; }));
attempt(() => new (class { constructor() { throw "constructor"; } })());
attempt(() => new (class { x = (() => { throw "field"; })(); })());
attempt(() => { class A { static { throw "static block"; } } });
attempt(() => ((a = (() => { throw "default"; })()) => a)());
attempt(() => { const { a = (() => { throw "pattern default"; })() } = {}; });
attempt(() => JSON.stringify({ toJSON() { throw "toJSON"; } }));
attempt(() => JSON.parse("[1]", () => { throw "reviver"; }));
attempt(() => new Map([[1, 2]]).forEach(() => { throw "forEach"; }));
attempt(() => Object.defineProperty({}, "x", { get value() { throw "descriptor"; } }));
attempt(() => "abc".replace("b", () => { throw "replacer"; }));
attempt(() => Array.from({ length: 1 }, () => { throw "mapper"; }));
console.log(seen.join(" | "));
