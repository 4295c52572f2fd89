// catch parameters: patterns, shadowing, assignment, closures.
try { throw { code: 5, info: { deep: [1, 2, 3] } }; } catch ({ code, info: { deep: [first, ...rest] }, missing = "dflt" }) { console.log(code, first, rest.join(), missing); }
try { throw [1, [2, 3]]; } catch ([a, [b, c], d = a + b]) { console.log(a, b, c, d); }
let e = "outer";
try { throw "inner"; } catch (e) { e += "!"; console.log(e); }
console.log(e);
const fs = [];
for (let i = 0; i < 3; i++) { try { throw i; } catch (x) { fs.push(() => x++); } }
console.log(fs.map((f) => f()).join(), fs.map((f) => f()).join());
try { try { throw null; } catch ({ x }) { console.log("never"); } } catch (err) { console.log(err.name); }
function f() { try { throw 1; } catch (x) { var x = 2; var y = x; } return [x, y].join(); }
console.log(f());
function g(n) { try { if (n) throw n; return "none"; } catch (n) { return "caught " + n; } }
console.log(g(0), g(3));
function nested() {
  const out = [];
  try { throw 1; } catch (a) { try { throw 2; } catch (b) { try { throw 3; } catch (c) { out.push(a, b, c); } out.push(b); } out.push(a); }
  return out.join();
}
console.log(nested());
