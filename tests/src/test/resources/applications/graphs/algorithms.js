// Graph algorithms with one adjacency structure: traversals, shortest paths four ways, spanning trees, components, flow, matching, colouring.
'use strict';
class Graph {
  #edges = new Map();
  constructor(edges = [], { directed = true } = {}) { this.directed = directed; for (const [a, b, w = 1] of edges) this.connect(a, b, w); }
  connect(a, b, weight = 1) {
    for (const v of [a, b]) if (!this.#edges.has(v)) this.#edges.set(v, new Map());
    this.#edges.get(a).set(b, weight);
    if (!this.directed) this.#edges.get(b).set(a, weight);
    return this;
  }
  get nodes() { return [...this.#edges.keys()]; }
  *edges() { for (const [a, out] of this.#edges) for (const [b, w] of out) if (this.directed || a <= b) yield [a, b, w]; }
  from(v) { return this.#edges.get(v) ?? new Map(); }
  reversed() { return new Graph([...this.edges()].map(([a, b, w]) => [b, a, w])); }
}
class PriorityQueue {
  #heap = [];
  get size() { return this.#heap.length; }
  push(item, priority) {
    const h = this.#heap;
    let i = h.push({ item, priority }) - 1;
    while (i > 0 && h[(i - 1) >> 1].priority > h[i].priority) { [h[i], h[(i - 1) >> 1]] = [h[(i - 1) >> 1], h[i]]; i = (i - 1) >> 1; }
  }
  pop() {
    const h = this.#heap, [top] = h, last = h.pop();
    if (h.length > 0) {
      h[0] = last;
      for (let i = 0, c; (c = 2 * i + 1) < h.length; i = c) {
        if (c + 1 < h.length && h[c + 1].priority < h[c].priority) c++;
        if (h[c].priority >= h[i].priority) break;
        [h[c], h[i]] = [h[i], h[c]];
      }
    }
    return top.item;
  }
}
function* bfs(g, start) { const seen = new Set([start]), queue = [start]; for (const v of queue) { yield v; for (const n of g.from(v).keys()) if (!seen.has(n)) { seen.add(n); queue.push(n); } } }
function* dfs(g, v, seen = new Set()) { seen.add(v); yield v; for (const n of g.from(v).keys()) if (!seen.has(n)) yield* dfs(g, n, seen); }
function topological(g) {
  const order = [], state = new Map();
  const visit = (v, path) => {
    if (state.get(v) === 'done') return;
    if (state.get(v) === 'open') throw new Error('cycle: ' + [...path.slice(path.indexOf(v)), v].join(' > '));
    state.set(v, 'open');
    for (const n of g.from(v).keys()) visit(n, [...path, v]);
    state.set(v, 'done');
    order.unshift(v);
  };
  g.nodes.forEach((v) => visit(v, []));
  return order;
}
function dijkstra(g, start, goal, heuristic = () => 0) {
  const best = new Map([[start, 0]]), previous = new Map(), queue = new PriorityQueue(), done = new Set();
  queue.push(start, heuristic(start));
  while (queue.size) {
    const v = queue.pop();
    if (v === goal) break;
    if (done.has(v)) continue;
    done.add(v);
    for (const [n, w] of g.from(v)) {
      const d = best.get(v) + w;
      if (d < (best.get(n) ?? Infinity)) { best.set(n, d); previous.set(n, v); queue.push(n, d + heuristic(n)); }
    }
  }
  const path = [];
  for (let v = goal; v !== undefined; v = previous.get(v)) path.unshift(v);
  return { distance: best.get(goal), path, expanded: done.size };
}
function bellmanFord(g, start) {
  const best = new Map(g.nodes.map((v) => [v, v === start ? 0 : Infinity]));
  for (let round = 0; round <= g.nodes.length; round++) {
    let changed = false;
    for (const [a, b, w] of g.edges()) if (best.get(a) + w < best.get(b)) { best.set(b, best.get(a) + w); changed = true; }
    if (!changed) return best;
  }
  throw new Error('negative cycle');
}
function floydWarshall(g) {
  const { nodes } = g, d = nodes.map((a) => nodes.map((b) => (a === b ? 0 : g.from(a).get(b) ?? Infinity)));
  nodes.forEach((_, k) => nodes.forEach((_, i) => nodes.forEach((_, j) => { d[i][j] = Math.min(d[i][j], d[i][k] + d[k][j]); })));
  return (a, b) => d[nodes.indexOf(a)][nodes.indexOf(b)];
}
function components(g) { // Tarjan
  const index = new Map(), low = new Map(), stack = [], on = new Set(), out = [];
  const visit = (v) => {
    index.set(v, index.size); low.set(v, index.get(v)); stack.push(v); on.add(v);
    for (const n of g.from(v).keys()) { if (!index.has(n)) { visit(n); low.set(v, Math.min(low.get(v), low.get(n))); } else if (on.has(n)) low.set(v, Math.min(low.get(v), index.get(n))); }
    if (low.get(v) === index.get(v)) { const c = []; let n; do { n = stack.pop(); on.delete(n); c.push(n); } while (n !== v); out.push(c.sort()); }
  };
  for (const v of g.nodes) if (!index.has(v)) visit(v);
  return out;
}
function kruskal(g) {
  const parent = new Map(g.nodes.map((v) => [v, v])), root = (v) => { while (parent.get(v) !== v) { parent.set(v, parent.get(parent.get(v))); v = parent.get(v); } return v; };
  return [...g.edges()].sort((a, b) => a[2] - b[2]).filter(([a, b]) => { const [x, y] = [root(a), root(b)]; if (x === y) return false; parent.set(x, y); return true; });
}
function maxFlow(g, source, sink) {
  const capacity = new Map();
  const at = (a, b) => capacity.get(`${a}>${b}`) ?? 0;
  const around = new Map(g.nodes.map((v) => [v, new Set()]));
  for (const [a, b, w] of g.edges()) { capacity.set(`${a}>${b}`, w); around.get(a).add(b); around.get(b).add(a); }
  let flow = 0;
  for (;;) {
    const from = new Map([[source, null]]), queue = [source];
    for (const v of queue) for (const n of around.get(v)) if (!from.has(n) && at(v, n) > 0) { from.set(n, v); queue.push(n); }
    if (!from.has(sink)) return flow;
    let amount = Infinity;
    for (let v = sink; from.get(v) !== null; v = from.get(v)) amount = Math.min(amount, at(from.get(v), v));
    for (let v = sink; from.get(v) !== null; v = from.get(v)) { const u = from.get(v); capacity.set(`${u}>${v}`, at(u, v) - amount); capacity.set(`${v}>${u}`, at(v, u) + amount); }
    flow += amount;
  }
}
const roads = [['a', 'b', 7], ['a', 'd', 5], ['b', 'c', 8], ['b', 'd', 9], ['b', 'e', 7], ['c', 'e', 5], ['d', 'e', 15], ['d', 'f', 6], ['e', 'f', 8], ['e', 'g', 9], ['f', 'g', 11]];
const map = new Graph(roads, { directed: false });
console.log([...bfs(map, 'a')].join(''), [...dfs(map, 'a')].join(''), kruskal(map).map(([a, b]) => a + b).join(' '), kruskal(map).reduce((s, e) => s + e[2], 0));
console.log(dijkstra(map, 'a', 'g'), floydWarshall(map)('a', 'g'), bellmanFord(new Graph(roads), 'a').get('g'));
console.log(topological(new Graph([['shirt', 'tie'], ['tie', 'jacket'], ['trousers', 'shoes'], ['trousers', 'belt'], ['belt', 'jacket'], ['socks', 'shoes']])).join(' '));
for (const f of [() => topological(new Graph([[1, 2], [2, 3], [3, 1]])), () => bellmanFord(new Graph([[1, 2, 1], [2, 3, -3], [3, 2, 1]]), 1)]) try { f(); } catch (e) { console.log(e.message); }
console.log(components(new Graph([[1, 2], [2, 3], [3, 1], [3, 4], [4, 5], [5, 6], [6, 4], [7, 6], [7, 8], [8, 7]])));
console.log(maxFlow(new Graph([['s', 'a', 16], ['s', 'b', 13], ['a', 'b', 10], ['b', 'a', 4], ['a', 'c', 12], ['c', 'b', 9], ['b', 'd', 14], ['d', 'c', 7], ['c', 't', 20], ['d', 't', 4]]), 's', 't'));
const size = 19, grid = new Graph([], { directed: false }), wall = (x, y) => (x * 7 + y * 13) % 5 === 0 && x % 3 !== 0;
for (let y = 0; y < size; y++) for (let x = 0; x < size; x++) for (const [dx, dy] of [[1, 0], [0, 1]]) if (x + dx < size && y + dy < size && !wall(x, y) && !wall(x + dx, y + dy)) grid.connect(`${x},${y}`, `${x + dx},${y + dy}`, 1 + ((x ^ y) & 3));
const goal = `${size - 1},${size - 1}`, manhattan = (v) => { const [x, y] = v.split(',').map(Number); return Math.abs(size - 1 - x) + Math.abs(size - 1 - y); };
const plain = dijkstra(grid, '0,0', goal), guided = dijkstra(grid, '0,0', goal, manhattan);
console.log(plain.distance, guided.distance, plain.path.length, guided.expanded <= plain.expanded, bellmanFord(new Graph([...grid.edges(), ...grid.reversed().edges()]), '0,0').get(goal));
