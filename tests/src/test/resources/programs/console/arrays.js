// console.log of arrays: nested, holes, long, extra properties, strings quoted.
console.log([]);
console.log([1, 2, 3], ["a", "b"], [1.5, -0, NaN], [true, null, undefined]);
console.log([1, [2, [3, [4, [5]]]]]);
console.log([, 1, , , 2, ,], [undefined, , null]);
console.log(["it's", 'say "hi"', `both ' and "`, "new\nline", "back\\slash"]);
console.log([() => 1, function named() {}, class A {}, Symbol("x")]);
console.log([[], {}, [[]], [{}]]);
console.log(Object.assign([1, 2], { extra: "prop", other: [3] }));
console.log(new Array(5), [1, 2, 3].map(String));
console.log(Array.from({ length: 7 }, (_, i) => i * 1000));
console.log(Array.from({ length: 120 }, (_, i) => i));
console.log(["first long string value here", "second long string value here", "third long string value here"]);
console.log([{ a: 1, b: 2 }, { a: 3, b: 4 }], [[1, 2], [3, 4]]);
console.log([1, "two", { three: 3 }, [4]]);
