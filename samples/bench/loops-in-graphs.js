// A control flow graph, its depth-first order, dominators and loops: Maps keyed by objects, arrays that grow, sets.

class Block {
  constructor(id) {
    this.id = id;
    this.from = [];
    this.to = [];
  }
}
class Graph {
  constructor() { this.blocks = new Map(); this.edges = []; }
  block(id) {
    let block = this.blocks.get(id);
    if (block === undefined) {
      block = new Block(id);
      this.blocks.set(id, block);
    }
    return block;
  }
  edge(from, to) {
    const a = this.block(from), b = this.block(to);
    a.to.push(b);
    b.from.push(a);
    this.edges.push({ from: a, to: b });
  }
}
function diamond(graph, start) {
  graph.edge(start, start + 1);
  graph.edge(start, start + 2);
  graph.edge(start + 1, start + 3);
  graph.edge(start + 2, start + 3);
  return start + 3;
}
function loopNest(graph, start, depth) {
  const header = start + 1;
  graph.edge(start, header);
  let at = diamond(graph, header);
  if (depth > 0) at = loopNest(graph, at, depth - 1);
  graph.edge(at, header);
  graph.edge(at, at + 1);
  return at + 1;
}
class Union {
  constructor(block, number) {
    this.block = block;
    this.number = number;
    this.parent = this;
    this.loop = null;
  }
  find() {
    const path = [];
    let at = this;
    while (at !== at.parent) {
      if (at.parent !== at.parent.parent) path.push(at);
      at = at.parent;
    }
    path.forEach((node) => { node.parent = this.parent; });
    return at;
  }
}
function number(block, numbers, nodes, last) {
  const current = nodes.length;
  nodes.push(new Union(block, current));
  numbers.set(block, current);
  let end = current;
  for (const next of block.to) {
    if (numbers.get(next) === -1) end = number(next, numbers, nodes, last);
  }
  last[current] = nodes.length - 1;
  return end;
}
function loops(graph) {
  const numbers = new Map();
  for (const block of graph.blocks.values()) numbers.set(block, -1);
  const nodes = [], last = [];
  number(graph.block(0), numbers, nodes, last);
  let found = 0;
  let members = 0;
  for (let w = nodes.length - 1; w >= 0; w--) {
    const body = new Set();
    for (const before of nodes[w].block.from) {
      const v = numbers.get(before);
      if (v >= w && v <= last[w]) body.add(nodes[v].find());
    }
    if (body.size === 0) continue;
    found++;
    const work = [...body];
    while (work.length > 0) {
      const x = work.shift();
      for (const before of x.block.from) {
        const y = nodes[numbers.get(before)].find();
        if (y.number > w && y.number <= last[w] && !body.has(y)) {
          body.add(y);
          work.push(y);
        }
      }
    }
    for (const node of body) {
      if (node !== nodes[w]) node.parent = nodes[w];
      members++;
    }
  }
  return found * 1000 + members;
}
function work() {
  const graph = new Graph();
  let at = 0;
  for (let i = 0; i < 12; i++) at = loopNest(graph, at, 3);
  return loops(graph) + graph.edges.length;
}

const EXPECTED = 48552;
const times = [];
const begun = performance.now();
for (let round = 0; round < 30 || (round < 100000 && performance.now() - begun < 3000); round++) {
  const start = performance.now();
  const result = work();
  times.push(performance.now() - start);
  if (result !== EXPECTED) {
    throw new Error("round " + round + ": expected " + EXPECTED + ", got " + result);
  }
}
console.log("loops-in-graphs", EXPECTED);
console.log("#times", times.map((t) => t.toFixed(3)).join(" "));
