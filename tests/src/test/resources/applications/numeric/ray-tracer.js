// A ray tracer in classes: spheres, planes, lights, shadows, reflection, supersampling; the picture as characters and as a checksum.
class Vector {
  constructor(x, y, z) { this.x = x; this.y = y; this.z = z; }
  static get up() { return new Vector(0, 1, 0); }
  add(o) { return new Vector(this.x + o.x, this.y + o.y, this.z + o.z); }
  sub(o) { return new Vector(this.x - o.x, this.y - o.y, this.z - o.z); }
  scale(k) { return new Vector(this.x * k, this.y * k, this.z * k); }
  dot(o) { return this.x * o.x + this.y * o.y + this.z * o.z; }
  cross(o) { return new Vector(this.y * o.z - this.z * o.y, this.z * o.x - this.x * o.z, this.x * o.y - this.y * o.x); }
  get length() { return Math.sqrt(this.dot(this)); }
  unit() { return this.scale(1 / this.length); }
  reflect(normal) { return this.sub(normal.scale(2 * this.dot(normal))); }
  toString() { return `(${[this.x, this.y, this.z].map((n) => n.toFixed(3)).join(', ')})`; }
}
class Color {
  constructor(r, g, b) { this.r = r; this.g = g; this.b = b; }
  static black = new Color(0, 0, 0);
  static white = new Color(1, 1, 1);
  plus(o) { return new Color(this.r + o.r, this.g + o.g, this.b + o.b); }
  times(o) { return typeof o === 'number' ? new Color(this.r * o, this.g * o, this.b * o) : new Color(this.r * o.r, this.g * o.g, this.b * o.b); }
  get luminance() { return 0.2126 * this.r + 0.7152 * this.g + 0.0722 * this.b; }
  bytes() { return [this.r, this.g, this.b].map((c) => Math.max(0, Math.min(255, Math.round(c * 255)))); }
}
class Shape {
  constructor(material) {
    if (new.target === Shape) throw new TypeError('Shape is abstract');
    this.material = material;
  }
  intersect() { throw new Error('not implemented'); }
}
class Sphere extends Shape {
  constructor(center, radius, material) { super(material); this.center = center; this.radius = radius; }
  intersect({ origin, direction }) {
    const toCenter = this.center.sub(origin), along = toCenter.dot(direction);
    const distance2 = toCenter.dot(toCenter) - along * along, r2 = this.radius ** 2;
    if (distance2 > r2) return Infinity;
    const half = Math.sqrt(r2 - distance2);
    const near = along - half, far = along + half;
    return near > 1e-4 ? near : far > 1e-4 ? far : Infinity;
  }
  normal(point) { return point.sub(this.center).scale(1 / this.radius); }
}
class Plane extends Shape {
  constructor(normal, offset, material) { super(material); this.n = normal; this.offset = offset; }
  intersect({ origin, direction }) {
    const slope = this.n.dot(direction);
    if (Math.abs(slope) < 1e-9) return Infinity;
    const t = -(this.n.dot(origin) + this.offset) / slope;
    return t > 1e-4 ? t : Infinity;
  }
  normal() { return this.n; }
}
const matte = (color) => ({ diffuse: () => color, specular: 0, reflection: 0 });
const shiny = (color, reflection) => ({ diffuse: () => color, specular: 0.6, reflection });
const checker = (a, b) => ({ diffuse: (p) => ((Math.floor(p.x) + Math.floor(p.z)) % 2 === 0 ? a : b), specular: 0, reflection: 0.1 });

class Scene {
  #shapes = []; #lights = []; rays = 0;
  add(...shapes) { this.#shapes.push(...shapes); return this; }
  light(position, color) { this.#lights.push({ position, color }); return this; }
  nearest(ray) {
    this.rays++;
    let best = Infinity, shape = null;
    for (const s of this.#shapes) {
      const t = s.intersect(ray);
      if (t < best) { best = t; shape = s; }
    }
    return shape && { shape, t: best };
  }
  trace(ray, depth = 0) {
    const hit = this.nearest(ray);
    if (!hit) {
      const k = 0.5 * (ray.direction.y + 1);
      return new Color(1 - 0.5 * k, 1 - 0.3 * k, 1).times(0.3);
    }
    const { shape, t } = hit, point = ray.origin.add(ray.direction.scale(t)), normal = shape.normal(point);
    const base = shape.material.diffuse(point);
    let color = base.times(0.1);
    for (const { position, color: light } of this.#lights) {
      const toLight = position.sub(point), distance = toLight.length, l = toLight.unit();
      const shadow = this.nearest({ origin: point, direction: l });
      if (shadow && shadow.t < distance) continue;
      const lambert = normal.dot(l);
      if (lambert > 0) color = color.plus(base.times(light).times(lambert));
      const highlight = Math.max(0, l.scale(-1).reflect(normal).dot(ray.direction.scale(-1)));
      if (shape.material.specular) color = color.plus(light.times(shape.material.specular * highlight ** 20));
    }
    const { reflection } = shape.material;
    if (reflection > 0 && depth < 3) {
      color = color.times(1 - reflection).plus(this.trace({ origin: point, direction: ray.direction.reflect(normal).unit() }, depth + 1).times(reflection));
    }
    return color;
  }
}
function* pixels(width, height, from, at) {
  const forward = at.sub(from).unit(), right = forward.cross(Vector.up).unit(), up = right.cross(forward);
  const offsets = [0.25, 0.75];
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) {
    const rays = offsets.flatMap((dy) => offsets.map((dx) => {
      const u = ((x + dx) / width - 0.5) * 2, v = (0.5 - (y + dy) / height) * 2;
      return { origin: from, direction: forward.add(right.scale(u)).add(up.scale(v * 0.75)).unit() };
    }));
    yield { x, y, rays };
  }
}
const scene = new Scene()
  .add(new Plane(new Vector(0, 1, 0), 1, checker(new Color(0.9, 0.9, 0.8), new Color(0.2, 0.2, 0.25))))
  .add(new Sphere(new Vector(0, 0, 5), 1, shiny(new Color(0.9, 0.2, 0.2), 0.3)), new Sphere(new Vector(-2, -0.4, 4), 0.6, matte(new Color(0.2, 0.8, 0.3))))
  .add(new Sphere(new Vector(1.7, 0.1, 4.2), 0.8, shiny(new Color(0.3, 0.4, 0.9), 0.5)))
  .light(new Vector(5, 8, -2), new Color(0.8, 0.8, 0.75)).light(new Vector(-6, 3, 1), new Color(0.25, 0.25, 0.3));
const width = 48, height = 24, ramp = ' .:-=+*#%@';
const rows = Array.from({ length: height }, () => '');
let checksum = 17, brightest = { luminance: -1 };
for (const { x, y, rays } of pixels(width, height, new Vector(0, 0.6, -1.5), new Vector(0, 0, 5))) {
  const color = rays.map((ray) => scene.trace(ray)).reduce((a, b) => a.plus(b)).times(1 / rays.length);
  const { luminance } = color;
  if (luminance > brightest.luminance) brightest = { luminance, x, y };
  rows[y] += ramp[Math.min(ramp.length - 1, Math.floor(luminance * ramp.length))];
  for (const byte of color.bytes()) checksum = (Math.imul(checksum, 31) + byte) >>> 0;
}
console.log(rows.map((row) => row.trimEnd()).join('\n'));
console.log(checksum.toString(16), scene.rays, brightest.x, brightest.y, brightest.luminance.toFixed(6));
console.log(String(new Vector(1, 2, 2).unit()), new Vector(3, 4, 0).length, `${Vector.up.cross(new Vector(1, 0, 0))}`);
try { new Shape(); } catch (e) { console.log(e.message); }
