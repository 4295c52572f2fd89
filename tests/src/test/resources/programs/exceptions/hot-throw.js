// Throwing in hot code: caught in the same function, in a caller, in a loop, with state to restore.
function local(n) {
  let sum = 0;
  for (let i = 0; i < n; i++) {
    try {
      if (i % 10 === 9) throw i;
      sum += i;
    } catch (e) {
      sum -= e;
    }
  }
  return sum;
}
console.log(local(5000));
function parse(x) { if (x % 5 === 0) throw new Error("five"); return x * 2; }
function caller(n) {
  let ok = 0, bad = 0, last = -1;
  for (let i = 1; i < n; i++) {
    let before = ok;
    try { ok += parse(i); last = i; } catch (e) { bad += before - ok === 0 ? 1 : 1000; } finally { before = 0; }
  }
  return [ok, bad, last].join();
}
console.log(caller(5000));
function first(n) {
  let r = 0;
  for (let i = 0; i < n; i++) {
    try { if (i === n - 2) null.x; r += 1; } catch (e) { r += e instanceof TypeError ? 1000 : 0; }
  }
  return r;
}
console.log(first(3000), first(30), first(3001));
function depth(n) { try { if (n > 0) return depth(n - 1); throw 1; } catch (e) { return e + n; } finally { n = -1; } }
let d = 0;
for (let i = 0; i < 500; i++) d += depth(i % 20);
console.log(d);
function swallow(n) { for (let i = 0; ; i++) { try { if (i === n) return i; throw i; } catch (e) { if (e !== i) return "wrong"; } } }
console.log(swallow(3000));
