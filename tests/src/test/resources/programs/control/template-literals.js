// Template literals: nesting, conversion order, line breaks, escapes.
const x = 5, o = { toString: () => "obj", valueOf: () => 42 };
console.log(`a${x}b${x + 1}`, `${o}`, `${[1, 2]}`, `${{}}`, `${null} ${undefined} ${true}`, `${-0}`, `${1e21}`, ``, `${""}`);
console.log(`line one
line two	tab`.length, `\n\t\\\`\${}`, `$ {x} $x {x}`, `${`inner ${`deep ${x}`}`}`, `\u{1F600}`.length);
const order = [];
const t = (n) => ({ toString() { order.push("s" + n); return n; } });
const v = (n) => { order.push("v" + n); return t(n); };
console.log(`${v("a")}-${v("b")}`, order.join());
try { `${Symbol("no")}`; } catch (e) { console.log(e.name); }
try { `${{ toString() { throw new Error("ts"); } }}`; } catch (e) { console.log(e.message); }
let s = "";
for (let i = 0; i < 1500; i++) s = `${i % 10}${s.length > 30 ? s.slice(0, 15) : s}`;
console.log(s);
const table = (rows) => rows.map(([k, n]) => `${k.padEnd(6)}|${String(n).padStart(5)}`).join("\n");
console.log(table([["one", 1], ["three", 333]]));
console.log(`${x > 3 ? `big ${x}` : "small"}`, `${(() => `called`)()}`, `a` + `b` === `ab`, typeof `t`);
