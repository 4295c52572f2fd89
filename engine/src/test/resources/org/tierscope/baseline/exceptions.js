// throws across frames, handlers inside loops, finally in its order
function thrower(x) { if (x % 3 === 0) throw x; return x; }
let log = "";
function nested(x) {
  try {
    try {
      log += "a";
      return thrower(x);
    } catch (e) {
      log += "c" + e;
      if (e % 2 === 0) throw "again" + e;
      return "caught " + e;
    } finally {
      log += "f";
    }
  } catch (e) {
    return "outer " + e;
  } finally {
    log += ";";
  }
}
for (let i = 0; i < 8; i++) print(nested(i));
print(log);
function finallyWins() { try { throw 1; } finally { return "finally"; } }
print(finallyWins(), finallyWins());
function loops() {
  let out = "";
  outer:
  for (let i = 0; i < 5; i++) {
    try {
      for (let j = 0; j < 5; j++) {
        try {
          if (j === 1) continue;
          if (j === 3) continue outer;
          if (i === 3) break outer;
          out += i * 10 + j + " ";
        } finally {
          out += "f";
        }
      }
    } finally {
      out += "F ";
    }
  }
  return out;
}
for (let i = 0; i < 3; i++) print(loops());
function deepThrow(n) { if (n === 0) null.x; return deepThrow(n - 1) + 1; }
for (let i = 0; i < 3; i++) {
  try { deepThrow(20); } catch (e) { print(e.name + ": " + e.message); }
}
try { tdz; let tdz = 1; } catch (e) { print(e.message); }
try { unknownName; } catch (e) { print(e.message); }
function tdzInLoop(n) {
  for (let i = 0; i < n; i++) {
    const f = () => later;
    if (i === 2) f();
    let later = i;
  }
}
try { tdzInLoop(5); } catch (e) { print(e.message); }
const object = { get bad() { throw "getter"; }, set bad(v) { throw "setter " + v; }, toString() { throw "toString"; } };
for (let i = 0; i < 3; i++) {
  try { object.bad; } catch (e) { print(e); }
  try { object.bad = i; } catch (e) { print(e); }
  try { object + ""; } catch (e) { print(e); }
  try { 1 < object; } catch (e) { print(e); }
}
let count = 0;
for (let i = 0; i < 1000; i++) {
  try { if (i % 7 === 0) throw i; count += 1; } catch (e) { count += e; }
}
print(count);
