// Virtual calls: what a class hierarchy costs, and what changing it costs.
//
// Watch: `shape.area()` in `total`. With only circles the call site knows one shape and one target, and
// `area` is inlined. Squares make it polymorphic with two targets behind shape checks. Then a method of the
// prototype is replaced while the program runs: code that relied on `Square.prototype.area` staying what it
// was is invalidated (a dependency was broken; no guard failed), which the timeline marks differently from
// a deopt.

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

console.log(total(circles, 4_000));
console.log(total(mixed, 4_000));
Square.prototype.area = function () {
  return 2 * this.side;
};
console.log(total(mixed, 4_000));
console.log(mixed[3].describe());
