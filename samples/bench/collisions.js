// Moving things in a grid: small vectors, objects of several kinds, keys made of numbers, reduce and filter of hits.

class Vec {
  constructor(x, y, z) {
    this.x = x;
    this.y = y;
    this.z = z;
  }
  plus(o) { return new Vec(this.x + o.x, this.y + o.y, this.z + o.z); }
  minus(o) { return new Vec(this.x - o.x, this.y - o.y, this.z - o.z); }
  dot(o) { return this.x * o.x + this.y * o.y + this.z * o.z; }
  times(k) { return new Vec(this.x * k, this.y * k, this.z * k); }
  length() { return Math.sqrt(this.dot(this)); }
}
class Plane {
  constructor(id) {
    this.id = id;
    this.speed = new Vec(1 + (id % 3), 0.5 * (id % 5), 0);
    this.position = new Vec((id * 37) % 100, (id * 53) % 100, 5);
  }
  radius() { return 1; }
  move(t) { this.position = this.position.plus(this.speed.times(t)); }
}
class Glider extends Plane {
  radius() { return 0.5; }
  move(t) {
    super.move(t);
    this.position.z -= 0.01;
  }
}
class Balloon extends Plane {
  radius() { return 2.5; }
  move(t) { this.position = new Vec(this.position.x, this.position.y, this.position.z + 0.1 * t); }
}
function cells(planes) {
  const grid = new Map();
  planes.forEach((plane) => {
    const key = Math.floor(plane.position.x / 10) * 1000 + Math.floor(plane.position.y / 10);
    const cell = grid.get(key);
    if (cell === undefined) grid.set(key, [plane]);
    else cell.push(plane);
  });
  return grid;
}
function hits(cell) {
  const found = [];
  for (let i = 0; i < cell.length; i++) {
    for (let j = i + 1; j < cell.length; j++) {
      const d = cell[i].position.minus(cell[j].position).length();
      if (d < cell[i].radius() + cell[j].radius()) found.push({ a: cell[i], b: cell[j], at: d });
    }
  }
  return found;
}
function work() {
  const planes = [];
  for (let i = 0; i < 90; i++) planes.push(i % 3 === 0 ? new Plane(i) : i % 3 === 1 ? new Glider(i) : new Balloon(i));
  let total = 0;
  for (let step = 0; step < 10; step++) {
    for (const plane of planes) plane.move(0.5);
    for (const cell of cells(planes).values()) {
      const found = hits(cell);
      total += cell.length * step + found.length + found.filter((h) => h.at < 1.5).reduce((sum, h) => sum + h.a.id - h.b.id, 0);
    }
  }
  return total;
}

const EXPECTED = 4054;
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
console.log("collisions", EXPECTED);
console.log("#times", times.map((t) => t.toFixed(3)).join(" "));
