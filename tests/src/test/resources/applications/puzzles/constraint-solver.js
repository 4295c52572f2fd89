// A constraint solver: domains as bit sets, arc consistency, backtracking with the smallest domain; cryptarithms, colouring, a logic puzzle, magic squares.
'use strict';
class Problem {
  #domains = new Map(); #constraints = []; #of = new Map(); nodes = 0;
  variable(name, values) { this.#domains.set(name, [...values]); this.#of.set(name, []); return this; }
  constrain(names, test) { const c = { names, test }; this.#constraints.push(c); for (const n of names) this.#of.get(n).push(c); return this; }
  different(...names) { names.forEach((a, i) => names.slice(i + 1).forEach((b) => this.constrain([a, b], (x, y) => x !== y))); return this; }
  #revise(domains, { names: [a, b], test }) {
    let changed = false;
    for (const [p, q, ok] of [[a, b, test], [b, a, (x, y) => test(y, x)]]) {
      const kept = domains.get(p).filter((x) => domains.get(q).some((y) => ok(x, y)));
      if (kept.length < domains.get(p).length) { domains.set(p, kept); changed = true; }
    }
    return changed;
  }
  #propagate(domains, start) {
    const queue = new Set(start);
    for (const c of queue) {
      queue.delete(c);
      if (c.names.length !== 2) {
        if (c.names.every((n) => domains.get(n).length === 1) && !c.test(...c.names.map((n) => domains.get(n)[0]))) return false;
        continue;
      }
      if (this.#revise(domains, c)) for (const n of c.names) { if (domains.get(n).length === 0) return false; for (const other of this.#of.get(n)) queue.add(other); }
    }
    return true;
  }
  *solutions(domains = this.#domains, start = this.#constraints) {
    this.nodes++;
    domains = new Map(domains);
    if (!this.#propagate(domains, start)) return;
    let pick = null;
    for (const [name, d] of domains) if (d.length > 1 && (pick === null || d.length < domains.get(pick).length)) pick = name;
    if (pick === null) { yield Object.fromEntries([...domains].map(([n, [v]]) => [n, v])); return; }
    for (const v of domains.get(pick)) yield* this.solutions(new Map(domains).set(pick, [v]), this.#of.get(pick));
  }
  first() { return this.solutions().next().value; }
}
const map = new Problem(), states = { WA: ['NT', 'SA'], NT: ['SA', 'Q'], SA: ['Q', 'NSW', 'V'], Q: ['NSW'], NSW: ['V'], V: [], T: [] };
for (const s in states) map.variable(s, ['red', 'green', 'blue']);
for (const [s, next] of Object.entries(states)) for (const t of next) map.different(s, t);
console.log(map.first(), [...map.solutions()].length);
const queens = (n) => { const p = new Problem(); for (let i = 0; i < n; i++) p.variable(i, Array(n).keys()); for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++) p.constrain([i, j], (a, b) => a !== b && Math.abs(a - b) !== j - i); return p; };
console.log([4, 5].map((n) => [...queens(n).solutions()].length), Object.values(queens(6).first()).join(''));
const two = new Problem(), digits = [...Array(10).keys()];
for (const l of 'TWOFUR') two.variable(l, l === 'T' || l === 'F' ? digits.slice(1) : digits);
two.variable('c1', [0, 1]).variable('c2', [0, 1]).different(...'TWOFUR').constrain(['O', 'R', 'c1'], (o, r, c) => 2 * o === r + 10 * c).constrain(['W', 'U', 'c1', 'c2'], (w, u, c1, c2) => 2 * w + c1 === u + 10 * c2).constrain(['T', 'O', 'c2', 'F'], (t, o, c2, f) => 2 * t + c2 === o + 10 * f);
console.log([...two.solutions()].map((s) => `${s.T}${s.W}${s.O}+${s.T}${s.W}${s.O}=${s.F}${s.O}${s.U}${s.R}`).sort().join(' '));
const square = new Problem();
for (let i = 0; i < 9; i++) square.variable('s' + i, [1, 2, 3, 4, 5, 6, 7, 8, 9]);
square.different(...Array.from({ length: 9 }, (_, i) => 's' + i));
for (const line of [[0, 1, 2], [3, 4, 5], [6, 7, 8], [0, 3, 6], [1, 4, 7], [2, 5, 8], [0, 4, 8], [2, 4, 6]]) square.constrain(line.map((i) => 's' + i), (a, b, c) => a + b + c === 15);
square.constrain(['s0', 's8'], (a, b) => a < b).constrain(['s0', 's2'], (a, b) => a < b).constrain(['s2', 's6'], (a, b) => a < b).constrain(['s4', 's4'], (a) => a === 5);
console.log([...square.solutions()].map((s) => Object.values(s).join('')));
const houses = new Problem(), at = [1, 2, 3];
for (const n of ['cat', 'dog', 'fish', 'tea', 'milk', 'juice', 'red', 'blue', 'green']) houses.variable(n, at);
houses.different('cat', 'dog', 'fish').different('tea', 'milk', 'juice').different('red', 'blue', 'green').constrain(['red', 'tea'], (a, b) => a === b).constrain(['cat', 'milk'], (a, b) => Math.abs(a - b) === 1).constrain(['green', 'blue'], (a, b) => a === b + 1).constrain(['dog', 'red'], (a, b) => a === b).constrain(['juice', 'juice'], (a) => a === 3);
console.log([...houses.solutions()].length, houses.first());
