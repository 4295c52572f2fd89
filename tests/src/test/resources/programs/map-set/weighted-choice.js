// Counting, grouping, joining and ranking tables of rows with maps and sets.
const people = Array.from({ length: 60 }, (_, i) => ({ id: i, team: "t" + (i % 4), age: 20 + ((i * 7) % 30), skills: new Set(["js", "c", "sql", "ml"].filter((_, k) => (i >> k) & 1)) }));
const teams = new Map([["t0", "red"], ["t1", "blue"], ["t2", "green"]]);
const groupBy = (xs, f) => xs.reduce((m, x) => m.set(f(x), [...(m.get(f(x)) ?? []), x]), new Map());
const byTeam = groupBy(people, (p) => teams.get(p.team) ?? "none");
console.log([...byTeam].map(([t, ps]) => `${t}:${ps.length}:${ps.reduce((s, p) => s + p.age, 0)}`).join(" "));
const skillCount = new Map();
for (const { skills } of people) for (const s of skills) skillCount.set(s, (skillCount.get(s) ?? 0) + 1);
console.log([...skillCount].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map((e) => e.join("=")).join());
const pairs = new Map();
for (const a of people) for (const b of people) if (a.id < b.id) { let common = 0; for (const s of a.skills) if (b.skills.has(s)) common++; pairs.set(common, (pairs.get(common) ?? 0) + 1); }
console.log([...pairs].sort((a, b) => a[0] - b[0]).map((e) => e.join(":")).join(" "));
const index = new Map(people.map((p) => [p.id, p]));
let hops = 0;
for (let i = 0, at = index.get(1); i < 500; i++) { at = index.get((at.id * 13 + at.age) % 60); hops += at.skills.size; }
console.log(hops, new Set(people.map((p) => p.age)).size, Math.max(...byTeam.get("red").map((p) => p.age)));
