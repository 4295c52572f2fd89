// A constraint solver with candidate sets as bit masks and backtracking.
function solve(text) {
  const cells = new Array(81).fill(0), rows = new Array(9).fill(0), cols = new Array(9).fill(0), boxes = new Array(9).fill(0);
  const box = (i) => ((i / 27) | 0) * 3 + (((i % 9) / 3) | 0);
  const place = (i, d) => { const b = 1 << d; cells[i] = d; rows[(i / 9) | 0] ^= b; cols[i % 9] ^= b; boxes[box(i)] ^= b; };
  for (let i = 0; i < 81; i++) if (text[i] !== ".") place(i, Number(text[i]));
  let nodes = 0;
  const count = (m) => { let n = 0; for (; m; m &= m - 1) n++; return n; };
  function search() {
    nodes++;
    let best = -1, bestMask = 0, bestCount = 10;
    for (let i = 0; i < 81; i++) { if (cells[i]) continue; const mask = 0x3fe & ~(rows[(i / 9) | 0] | cols[i % 9] | boxes[box(i)]); const n = count(mask); if (n < bestCount) { best = i; bestMask = mask; bestCount = n; if (n === 0) return false; if (n === 1) break; } }
    if (best < 0) return true;
    for (let d = 1; d <= 9; d++) { if (!(bestMask & (1 << d))) continue; place(best, d); if (search()) return true; place(best, d); cells[best] = 0; }
    return false;
  }
  const ok = search();
  return { ok, nodes, text: cells.join("") };
}
for (const p of ["53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79", "1....7.9..3..2...8..96..5....53..9...1..8...26....4...3......1..4......7..7...3.."]) {
  const r = solve(p);
  console.log(r.ok, r.nodes, r.ok ? r.text : "no solution");
}
const solved = solve("534678912672195348198342567859761423426853791713924856961537284287419635345286179");
const wrong = solve("534678912672195348198342567859761423426853791713924856961537284287419635.4528617.");
console.log(solved.ok, solved.nodes, wrong.ok, wrong.nodes, wrong.text.slice(-9), solve("5346789126721953481983425678597614234268537917139248569615372842874196353452861..").nodes);
