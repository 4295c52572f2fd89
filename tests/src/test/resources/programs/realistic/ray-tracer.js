// A small ray tracer: vectors as objects, spheres and a plane, shadows, reflection, ASCII output.
class Vec { constructor(x, y, z) { this.x = x; this.y = y; this.z = z; } plus(o) { return new Vec(this.x + o.x, this.y + o.y, this.z + o.z); } minus(o) { return new Vec(this.x - o.x, this.y - o.y, this.z - o.z); } times(k) { return new Vec(this.x * k, this.y * k, this.z * k); } dot(o) { return this.x * o.x + this.y * o.y + this.z * o.z; } unit() { return this.times(1 / Math.sqrt(this.dot(this))); } }
class Sphere { constructor(c, r, light, mirror) { this.c = c; this.r = r; this.light = light; this.mirror = mirror; } hit(o, d) { const oc = o.minus(this.c); const b = oc.dot(d), c = oc.dot(oc) - this.r * this.r; const disc = b * b - c; if (disc < 0) return Infinity; const s = Math.sqrt(disc); return -b - s > 1e-4 ? -b - s : -b + s > 1e-4 ? -b + s : Infinity; } normal(p) { return p.minus(this.c).unit(); } }
class Plane { constructor(y) { this.y = y; this.mirror = 0.2; } hit(o, d) { const t = (this.y - o.y) / d.y; return t > 1e-4 ? t : Infinity; } normal() { return new Vec(0, 1, 0); } get light() { return 0.7; } }
const world = [new Sphere(new Vec(0, 0, 5), 1.5, 0.9, 0.3), new Sphere(new Vec(2, 0.5, 4), 0.7, 0.6, 0), new Sphere(new Vec(-2, -0.3, 3.5), 0.8, 1, 0.5), new Plane(-1.5)];
const lamp = new Vec(5, 6, -3);
function nearest(o, d) { let best = Infinity, thing = null; for (const w of world) { const t = w.hit(o, d); if (t < best) { best = t; thing = w; } } return { t: best, thing }; }
function trace(o, d, depth) {
  const { t, thing } = nearest(o, d);
  if (!thing) return 0.1;
  const p = o.plus(d.times(t)), n = thing.normal(p), l = lamp.minus(p).unit();
  let shade = 0.1;
  if (nearest(p, l).thing === null) shade += thing.light * Math.max(0, n.dot(l));
  if (thing.mirror && depth > 0) shade = shade * (1 - thing.mirror) + thing.mirror * trace(p, d.minus(n.times(2 * d.dot(n))), depth - 1);
  return shade;
}
const lines = [];
let sum = 0;
for (let y = 0; y < 16; y++) { let line = ""; for (let x = 0; x < 40; x++) { const v = trace(new Vec(0, 0, -2), new Vec((x - 20) / 20, (8 - y) / 12, 1.5).unit(), 2); sum += v; line += " .:-=+*#%@"[Math.min(9, Math.floor(v * 10))]; } lines.push(line + "|"); }
console.log(lines.join("\n"));
console.log(sum.toFixed(8));
