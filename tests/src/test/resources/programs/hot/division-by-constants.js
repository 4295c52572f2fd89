// Quotients and remainders by constants, which optimized code multiplies for.
const divisors = [1, -1, 2, -2, 3, -3, 5, 6, 7, -7, 8, -8, 9, 10, -10, 11, 12, 25, 60, 100, 125, 255, 256, 625, 641, 1000, -1000, 1024, 4096, 65535, 65536,
  86400, 1000003, 16777216, 1073741824, 1073741825, 2147483647, -2147483647, -2147483648];
const edges = [0, 1, -1, 2, 6, 7, 8, 9, 10, -10, 99, 100, -100, 999, 1000, 1001, 65535, 65536, 2147483646, 2147483647, -2147483647, -2147483648];
let hash = 0;
function mix(x) { hash = (hash * 31 + (Object.is(x, -0) ? 77 : x | 0)) | 0; }
for (const d of divisors) {
  const quotient = new Function("x", `return ((x | 0) / ${d}) | 0`);
  const remainder = new Function("x", `return (x | 0) % ${d} | 0`);
  const signed = new Function("x", `return (x | 0) % ${d}`);
  const floor = new Function("x", `return Math.floor((x & 0x7fffffff) / ${d})`);
  const both = new Function("x", `x = x & 0xffff; return ((x / ${d}) | 0) * 100000 + x % ${d}`);
  let s = 1;
  for (let i = 0; i < 260; i++) {
    s = Math.imul(s, 1103515245) + 12345 | 0;
    const x = i < edges.length ? edges[i] : i % 3 === 0 ? s >> (i & 15) : i % 3 === 1 ? i * d : (s >>> 20);
    mix(quotient(x)); mix(remainder(x)); mix(signed(x)); mix(floor(x)); mix(both(x));
  }
  if (d === 10 || d === -2147483648) console.log(d, hash, [-20, 20, 7, -7].map(x => quotient(x) + ":" + signed(x) + ":" + (1 / signed(x))).join(" "));
}
console.log(hash);
function digits(n) { let s = ""; do { s = n % 10 + s; n = (n / 10) | 0; } while (n > 0); return s; }
let text = "";
for (let i = 0; i < 400; i++) text = digits(i * 12345);
console.log(text, digits(0), digits(2147483647));
