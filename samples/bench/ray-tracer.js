// A ray tracer: short-lived vectors, virtual calls, square roots, recursion.

class Vector {
  constructor(x, y, z) {
    this.x = x;
    this.y = y;
    this.z = z;
  }
  plus(o) {
    return new Vector(this.x + o.x, this.y + o.y, this.z + o.z);
  }
  minus(o) {
    return new Vector(this.x - o.x, this.y - o.y, this.z - o.z);
  }
  times(k) {
    return new Vector(this.x * k, this.y * k, this.z * k);
  }
  dot(o) {
    return this.x * o.x + this.y * o.y + this.z * o.z;
  }
  unit() {
    return this.times(1 / Math.sqrt(this.dot(this)));
  }
}

class Sphere {
  constructor(centre, radius, colour, mirror) {
    this.centre = centre;
    this.radius = radius;
    this.colour = colour;
    this.mirror = mirror;
  }
  distance(origin, direction) {
    const oc = origin.minus(this.centre);
    const b = oc.dot(direction);
    const d = b * b - oc.dot(oc) + this.radius * this.radius;
    if (d < 0) {
      return Infinity;
    }
    const t = -b - Math.sqrt(d);
    return t > 0.0001 ? t : Infinity;
  }
  normal(p) {
    return p.minus(this.centre).unit();
  }
}

class Floor {
  constructor(height) {
    this.height = height;
    this.mirror = 0.3;
    this.up = new Vector(0, 1, 0);
  }
  get colour() {
    return 0.5;
  }
  distance(origin, direction) {
    const t = (this.height - origin.y) / direction.y;
    return t > 0.0001 ? t : Infinity;
  }
  normal() {
    return this.up;
  }
}

const things = [
  new Sphere(new Vector(0, 0, 6), 1.6, 0.9, 0.4),
  new Sphere(new Vector(2.2, 0.4, 4.5), 0.8, 0.7, 0),
  new Sphere(new Vector(-2.4, -0.4, 4), 0.9, 1, 0.6),
  new Floor(-1.6),
];
const light = new Vector(4, 6, -2);

function trace(origin, direction, depth) {
  let nearest = Infinity;
  let hit = null;
  for (const thing of things) {
    const t = thing.distance(origin, direction);
    if (t < nearest) {
      nearest = t;
      hit = thing;
    }
  }
  if (hit === null) {
    return 0.15 + direction.y * 0.1;
  }
  const p = origin.plus(direction.times(nearest));
  const n = hit.normal(p);
  const toLight = light.minus(p).unit();
  let brightness = 0.1;
  let lit = true;
  for (let i = 0; i < things.length && lit; i++) {
    lit = things[i].distance(p, toLight) === Infinity;
  }
  if (lit) {
    brightness += hit.colour * Math.max(0, n.dot(toLight));
  }
  if (hit.mirror > 0 && depth > 0) {
    const reflected = direction.minus(n.times(2 * direction.dot(n)));
    brightness = brightness * (1 - hit.mirror) + hit.mirror * trace(p, reflected, depth - 1);
  }
  return brightness;
}

function work() {
  const eye = new Vector(0, 0.5, -3);
  let sum = 0;
  for (let y = 0; y < 40; y++) {
    for (let x = 0; x < 60; x++) {
      sum += trace(eye, new Vector((x - 30) / 30, (20 - y) / 30, 1.4).unit(), 3);
    }
  }
  return sum.toFixed(8);
}

const EXPECTED = "636.18093102";
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
console.log("ray-tracer", EXPECTED);
console.log("#times", times.map((t) => t.toFixed(3)).join(" "));
