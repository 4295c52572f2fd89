// Orders, stock levels, discounts and a monthly report with rounding to cents.
const stock = new Map([["bolt", { price: 0.15, on: 500 }], ["nut", { price: 0.1, on: 800 }], ["gear", { price: 12.5, on: 20 }], ["motor", { price: 149.99, on: 4 }]]);
const rules = [(o) => (o.qty >= 100 ? 0.1 : 0), (o) => (o.item === "gear" && o.qty > 2 ? 0.05 : 0), (o) => (o.vip ? 0.02 : 0)];
const cents = (x) => Math.round(x * 100) / 100;
let seed = 11;
const orders = Array.from({ length: 150 }, (_, i) => { seed = (seed * 48271) % 2147483647; const item = [...stock.keys()][seed % 4]; return { month: i % 3, item, qty: item === "motor" ? 1 : 1 + (seed % (item === "gear" ? 4 : 150)), vip: seed % 7 === 0 }; });
const report = [], missing = {};
for (const o of orders) { const s = stock.get(o.item); if (s.on < o.qty) { missing[o.item] = (missing[o.item] ?? 0) + o.qty - s.on; if (o.item !== "motor") s.on += 600; continue; } s.on -= o.qty; const off = rules.reduce((d, r) => d + r(o), 0); const total = cents(o.qty * s.price * (1 - off)); const row = (report[o.month] ??= { orders: 0, total: 0, saved: 0 }); row.orders++; row.total = cents(row.total + total); row.saved = cents(row.saved + cents(o.qty * s.price) - total); }
report.forEach((r, m) => console.log(`month ${m + 1}`.padEnd(10) + String(r.orders).padStart(4) + r.total.toFixed(2).padStart(12) + r.saved.toFixed(2).padStart(10)));
console.log(JSON.stringify(missing), [...stock].map(([k, s]) => k + "=" + s.on).join(" "));
