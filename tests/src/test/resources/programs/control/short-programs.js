// Fizz buzz, temperature table, multiplication table, guessing by bisection, change making.
let out = "";
for (let i = 1; i <= 30; i++) out += (i % 15 ? i % 5 ? i % 3 ? i : "Fizz" : "Buzz" : "FizzBuzz") + " ";
console.log(out.trim());
for (let f = 0; f <= 200; f += 50) console.log(`${String(f).padStart(4)} F = ${(((f - 32) * 5) / 9).toFixed(1).padStart(6)} C`);
for (let i = 1; i <= 5; i++) { let row = ""; for (let j = 1; j <= 5; j++) row += String(i * j).padStart(4); console.log(row); }
function guess(secret) { let lo = 1, hi = 1000, tries = 0; while (lo <= hi) { const m = (lo + hi) >> 1; tries++; if (m === secret) return tries; if (m < secret) lo = m + 1; else hi = m - 1; } return -1; }
console.log([1, 500, 777, 1000, 1001].map(guess).join());
function change(amount, coins) { const ways = [1]; for (let i = 1; i <= amount; i++) ways[i] = 0; for (const c of coins) for (let i = c; i <= amount; i++) ways[i] += ways[i - c]; return ways[amount]; }
console.log(change(100, [1, 5, 10, 25, 50]), change(200, [1, 2, 5, 10, 20, 50, 100, 200]), change(3, [2]));
const roman = (n) => [[1000, "M"], [900, "CM"], [500, "D"], [400, "CD"], [100, "C"], [90, "XC"], [50, "L"], [40, "XL"], [10, "X"], [9, "IX"], [5, "V"], [4, "IV"], [1, "I"]].reduce((s, [v, r]) => { while (n >= v) { s += r; n -= v; } return s; }, "");
console.log([1, 4, 9, 14, 40, 90, 400, 1994, 2026, 3999].map(roman).join());
const words = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"];
const spell = (n) => (n < 14 ? words[n] : n < 100 ? `${["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"][Math.floor(n / 10)] || "teen"}${n % 10 ? "-" + words[n % 10] : ""}` : words[Math.floor(n / 100)] + " hundred" + (n % 100 ? " and " + spell(n % 100) : ""));
console.log([5, 13, 21, 90, 101, 342].map(spell).join("; "));
