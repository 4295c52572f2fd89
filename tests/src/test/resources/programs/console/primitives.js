// console.log of primitives, several arguments, and none.
console.log("string", 1, -0, 0, 1.5, NaN, Infinity, true, false, null, undefined, Symbol("s"), Symbol());
console.log();
console.log("");
console.log(" leading", "", "empty between", "trailing ");
console.log(1e21, 1e-7, 123456789012345680000, 0.1 + 0.2, 2 ** 53, -5);
console.log("multi\nline", "tab\there", 'quotes " and \'', "unicode é 日本 😀");
console.log(new Number(3), new String("abc"), new Boolean(false), Object(Symbol("w")), new Number(-0));
