// Variables at many depths, captured and not, in blocks, catch clauses and loops.
function deep() {
  let a = 1;
  const fs = [];
  {
    let b = 2;
    {
      let c = 3;
      fs.push(() => a + b + c);
      try { throw 4; } catch (d) {
        let e = 5;
        fs.push(() => (a += d) + e + c);
        for (let f = 6; f < 8; f++) { const g = f * 10; fs.push(() => g + f + a++); }
      }
      function inner() { return c++ + b; }
      fs.push(inner, inner);
    }
    switch (b) { case 2: let h = "h"; fs.push(() => h + b); }
  }
  return fs;
}
console.log(deep().map((f) => f()).join(" "));
const fs = deep();
let total = 0;
for (let i = 0; i < 1000; i++) total += Number(fs[i % 6]()) % 1000;
console.log(total);
function shadowing(x) {
  const seen = [x];
  { let x = "inner"; seen.push(x); { var y = x; let x2 = x; seen.push(x2); } }
  try { throw "thrown"; } catch (x) { seen.push(x); }
  for (let x of ["loop"]) seen.push(x);
  (function (x) { seen.push(x); })("arg");
  seen.push(x, y);
  return seen.join();
}
console.log(shadowing("outer"));
