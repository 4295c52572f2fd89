// switch: fall-through, default in the middle, strict comparison, expressions as cases.
function f(x) {
  const out = [];
  switch (x) {
    case 1:
      out.push("one");
    case 2:
      out.push("two");
      break;
    default:
      out.push("default");
    case "3":
      out.push("string three");
      break;
    case NaN:
      out.push("never");
    case null:
      out.push("null");
  }
  return out.join("+");
}
for (const x of [1, 2, 3, "3", NaN, null, undefined, true, -0]) console.log(String(x), f(x));
function g(n) {
  switch (true) {
    case n < 0: return "negative";
    case n === 0: return "zero";
    case n < 10: return "small";
  }
  return "large";
}
console.log([-5, 0, 5, 50].map(g).join());
const log = [];
const c = (v) => { log.push(v); return v; };
switch (c(2)) { case c(1): case c(2): case c(3): log.push("body"); }
console.log(log.join());
switch (1) {}
switch (1) { default: console.log("only default"); }
switch (-0) { case 0: console.log("zero matches"); }
function scoped(x) {
  switch (x) {
    case 0:
      let y = "zero";
      return y;
    case 1:
      try { return y; } catch (e) { return e.name; }
    default:
      y = "assigned";
  }
}
console.log(scoped(0), scoped(1));
let r = "";
for (let i = 0; i < 6; i++) {
  switch (i % 3) { case 0: continue; case 1: r += "a"; break; default: r += "b"; }
  r += i;
}
console.log(r);
