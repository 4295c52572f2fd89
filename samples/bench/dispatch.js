// Polymorphic methods: a list of shapes of four classes with a common base.

class Shape {
  constructor(w, h) {
    this.w = w;
    this.h = h;
  }
  area() {
    return 0;
  }
  weight() {
    return this.area() * 2 + this.corners();
  }
  corners() {
    return 4;
  }
}

class Rectangle extends Shape {
  area() {
    return this.w * this.h;
  }
}

class Triangle extends Shape {
  area() {
    return (this.w * this.h) >> 1;
  }
  corners() {
    return 3;
  }
}

class Square extends Rectangle {
  constructor(side) {
    super(side, side);
  }
}

class Ellipse extends Shape {
  area() {
    return 3 * this.w * this.h;
  }
  corners() {
    return 0;
  }
}

const kinds = [Rectangle, Triangle, Ellipse];

function work() {
  const shapes = [];
  for (let i = 0; i < 200; i++) {
    const k = i % 4;
    const [w, h] = [i % 10, i % 7];
    shapes.push(k === 3 ? new Square(w) : new kinds[k](w, h));
  }
  let sum = 0;
  for (let round = 0; round < 400; round++) {
    for (let i = 0; i < shapes.length; i++) {
      sum = (sum + shapes[i].weight()) & 0xffffff;
    }
  }
  return sum;
}

const EXPECTED = 3773600;
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
console.log("dispatch", EXPECTED);
console.log("#times", times.map((t) => t.toFixed(3)).join(" "));
