// An error thrown in a sort comparator, three built-in frames deep, uncaught.
const list = [[3, 1], [2, "x"], [5, 4]];
console.log("start");
list.forEach((pair) => {
  const sorted = pair.slice().sort((a, b) => {
    if (typeof a !== typeof b) throw new TypeError("cannot compare " + typeof a + " and " + typeof b);
    return a - b;
  });
  console.log(sorted.join());
});
