// An L-system rewritten into strings, drawn by a turtle into a character grid, with bounds.
const rules = { F: "F+F-F-F+F" };
const rewrite = (s, r, n) => { for (let i = 0; i < n; i++) { let out = ""; for (const c of s) out += r[c] ?? c; s = out; } return s; };
const koch = rewrite("F", rules, 3);
console.log(koch.length, koch.slice(0, 30), rewrite("A", { A: "AB", B: "A" }, 8));
function draw(program) { let x = 0, y = 0, dx = 1, dy = 0; const seen = new Map(); const box = { x0: 0, y0: 0, x1: 0, y1: 0 }; for (const c of program) { if (c === "F") { x += dx; y += dy; seen.set(x + "," + y, (seen.get(x + "," + y) ?? 0) + 1); box.x0 = Math.min(box.x0, x); box.x1 = Math.max(box.x1, x); box.y0 = Math.min(box.y0, y); box.y1 = Math.max(box.y1, y); } else if (c === "+") [dx, dy] = [dy, -dx]; else if (c === "-") [dx, dy] = [-dy, dx]; } const rows = []; for (let j = box.y0; j <= box.y1; j++) { let row = ""; for (let i = box.x0; i <= box.x1; i++) row += seen.has(i + "," + j) ? "#" : " "; rows.push(row.trimEnd()); } return { rows, box, cells: seen.size }; }
const d = draw(rewrite("F", rules, 2));
console.log(d.rows.join("\n"));
console.log(JSON.stringify(d.box), d.cells, draw(koch).cells, draw(rewrite("FX", { X: "X+YF+", Y: "-FX-Y" }, 8)).cells);
