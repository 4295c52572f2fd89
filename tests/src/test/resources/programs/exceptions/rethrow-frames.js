// Errors thrown through several frames with handlers on the way.
const log = [];
function level3(n) {
  try {
    if (n === 0) throw new RangeError("bottom");
    if (n === 1) null.x;
    if (n === 2) undefinedName;
    if (n === 3) (5)();
    if (n === 4) throw { custom: true };
    return "fine";
  } finally {
    log.push("3f");
  }
}
function level2(n) {
  try { return level3(n) + "!"; } catch (e) {
    log.push("2c");
    if (e instanceof TypeError) throw new Error("wrapped " + e.name);
    throw e;
  }
}
function level1(n) {
  let result = "unset";
  try { result = level2(n); } catch (e) { result = e instanceof Error ? e.name + ":" + (e.message || "") : JSON.stringify(e); } finally { log.push("1f"); }
  return result;
}
for (let n = 0; n < 6; n++) {
  log.length = 0;
  const r = level1(n);
  console.log(n, n === 2 ? r.split(":")[0] : r, log.join());
}
function deepThrow(n) { if (n === 0) throw new Error("deep"); return deepThrow(n - 1) + 1; }
try { deepThrow(200); } catch (e) { console.log(e.message); }
let caught = 0;
for (let i = 0; i < 2000; i++) {
  try { if (i % 3 === 0) deepThrow(i % 7); else caught += 0; } catch (e) { caught++; }
}
console.log(caught);
