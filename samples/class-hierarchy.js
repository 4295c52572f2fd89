// Virtual calls: what a class hierarchy costs, and what changing it costs.
//
// Watch: `shape.area()` in `total`. With only circles the call site knows one shape and one target, and
// `area` is inlined. Then `Circle.prototype.area` is replaced while the program runs: the objects have the
// same shape as ever, but the code relied on the method it had inlined, and the check of that fails ("wrong
// target"). Last come squares, and the site is polymorphic: a shape check fails ("wrong shape"), and the
// code compiled next tests for one shape after the other.

class Shape {
  constructor(name) {
    this.name = name;
  }
  area() {
    return 0;
  }
  describe() {
    return this.name + " of area " + this.area();
  }
}

class Circle extends Shape {
  constructor(r) {
    super("circle");
    this.r = r;
  }
  area() {
    return 3 * this.r * this.r;
  }
}

class Square extends Shape {
  constructor(side) {
    super("square");
    this.side = side;
  }
  area() {
    return this.side * this.side;
  }
}

function total(shapes, rounds) {
  let sum = 0;
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < shapes.length; i++) {
      sum += shapes[i].area();
    }
  }
  return sum;
}

const circles = [];
const mixed = [];
for (let i = 0; i < 100; i++) {
  circles.push(new Circle(i % 10));
  mixed.push(i % 2 === 0 ? new Circle(i % 10) : new Square(i % 10));
}

console.log(total(circles, 40_000));
Circle.prototype.area = function () {
  return 4 * this.r * this.r;
};
console.log(total(circles, 40_000));
console.log(total(mixed, 40_000));
console.log(mixed[3].describe());
