// JSON.parse: all values, white space, revivers, errors, duplicate keys, __proto__.
console.log(JSON.parse("1"), JSON.parse(" -0 "), Object.is(JSON.parse("-0"), -0), JSON.parse("1.5e3"), JSON.parse('"a\\u0041\\n\\/\\b"').length, JSON.parse("true"), JSON.parse("null"), JSON.parse("[]").length, JSON.parse("[1,[2,[3]]]").join());
const o = JSON.parse('{"a":1,"b":{"c":[1,2,{"d":null}]},"a":2,"10":"x","2":"y","":"empty"}');
console.log(Object.keys(o).join("|"), o.a, o.b.c[2].d, o[""]);
const p = JSON.parse('{"__proto__":{"x":1},"constructor":5}');
console.log(Object.hasOwn(p, "__proto__"), p.x, p.constructor, Object.getPrototypeOf(p) === Object.prototype);
console.log(JSON.stringify(JSON.parse('{"a":[1,2,{"b":3}],"c":"d"}', (k, v) => (typeof v === "number" ? v + 1 : Array.isArray(v) ? v.concat("end") : v))), JSON.stringify(JSON.parse('{"a":1,"b":2}', (k, v) => (k === "a" ? undefined : v))));
const seen = [];
JSON.parse('{"x":{"y":[1,2]},"z":0}', function (k, v) { seen.push(k); return v; });
console.log(seen.join());
let bad = 0;
const texts = ["", " ", "{", "}", "[1,]", "{a:1}", "{'a':1}", "01", "1.", ".5", "+1", "NaN", "undefined", '"unterminated', '"tab\t"', '"\\x41"', "[1 2]", '{"a" 1}', '{"a":1,}', "tru", "nulll", "[", '"\\u12"', "1 2", "-", "1e", '{"a":}', "\u00a01", "//c\n1"];
for (const t of texts) { try { JSON.parse(t); console.log("accepted", t); } catch (e) { if (e instanceof SyntaxError) bad++; } }
console.log(bad === texts.length, JSON.parse("\t\r\n 7 "), JSON.parse('"\u2028"').length, JSON.parse("123456789012345678901234567890"), JSON.parse("1e400"), JSON.parse('"\\ud83d\\ude00"').length);
try { JSON.parse("[1]", () => { throw new RangeError("r"); }); } catch (e) { console.log(e.name); }
const deep = JSON.parse("[".repeat(500) + "]".repeat(500));
let depth = 0;
for (let d = deep; d; d = d[0]) depth++;
console.log(depth, JSON.parse(5), JSON.parse(["7"]), JSON.parse(true));
