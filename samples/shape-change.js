// Two objects with the same properties added in another order have different shapes.
//
// Watch: the property accesses in `length2` have one shape in their inline cache, and the optimized code
// checks that shape once per point and then loads two fields at fixed offsets. Half-way the points come
// from `swapped`, which adds y before x: same properties, another shape. The shape guard fails a few times,
// the cache becomes polymorphic (two entries), and the code compiled next tests for both. Adding a third
// property to some points (`tag`) makes a third shape. `./tierscope show FILE shapes` prints the
// transitions as a tree with two branches from the empty object.

function straight(x, y) {
  const p = {};
  p.x = x;
  p.y = y;
  return p;
}

function swapped(x, y) {
  const p = {};
  p.y = y;
  p.x = x;
  return p;
}

function length2(p) {
  return p.x * p.x + p.y * p.y;
}

function measure(make, n) {
  let sum = 0;
  for (let i = 0; i < n; i++) {
    sum += length2(make(i % 100, i % 10));
  }
  return sum;
}

console.log(measure(straight, 400_000));
console.log(measure(swapped, 400_000));
console.log(measure((x, y) => {
  const p = straight(x, y);
  p.tag = "tagged";
  return p;
}, 400_000));
