// Objects that never leave the function that made them.
//
// Watch: `mid` allocates a point that only this loop sees. In the SSA graph its CREATE_OBJECT, the stores
// of x and y and the loads that follow are all there before the passes; see what is left of them after. The
// objects of `kept` do escape (they are stored in an array), so they must stay. The heap counters rise in
// both phases in the interpreter; in optimized code the first phase is the one where an optimizer can stop
// allocating.

function point(x, y) {
  return { x, y };
}

function path(n) {
  let length = 0;
  for (let i = 0; i < n; i++) {
    const a = point(i & 7, i & 3);
    const b = point(a.y, a.x);
    const mid = point((a.x + b.x) / 2, (a.y + b.y) / 2);
    length += mid.x + mid.y;
  }
  return length;
}

function kept(n) {
  const points = [];
  for (let i = 0; i < n; i++) {
    points[i & 1023] = point(i & 7, i & 3);
  }
  let length = 0;
  for (const p of points) {
    length += p.x - p.y;
  }
  return length;
}

console.log(path(1_000_000));
console.log(kept(8_000_000));
