// Error types: names, messages, inheritance, cause, own properties.
for (const E of [Error, TypeError, RangeError, ReferenceError, SyntaxError, EvalError, URIError]) {
  const e = new E("msg");
  console.log(e.name, e.message, String(e), e instanceof Error, Object.prototype.toString.call(e), E.prototype.name, E.name, E.length);
}
console.log(Error("no new") instanceof Error, Object.keys(new Error("x")).length, "stack" in new Error("x"), typeof new Error("x").stack);
console.log(new Error().message === "", new Error().hasOwnProperty("message"), new Error(undefined).hasOwnProperty("message"), new Error(5).message === "5");
const c = new Error("outer", { cause: new TypeError("inner") });
console.log(c.cause.name, "cause" in new Error("x"), Object.getOwnPropertyDescriptor(c, "message").enumerable);
class MyError extends Error {
  constructor(code) { super("code " + code); this.code = code; }
  get name() { return "MyError"; }
}
const m = new MyError(7);
console.log(String(m), m instanceof MyError, m instanceof Error, m.code, Object.keys(m).join(), m.stack.split("\n")[0].length > 0);
class Renamed extends RangeError {}
Renamed.prototype.name = "Renamed";
console.log(String(new Renamed("r")), String(new Renamed()));
console.log(Error.prototype.toString.call({ name: "N", message: "M" }), Error.prototype.toString.call({ message: "M" }), Error.prototype.toString.call({ name: "", message: "M" }), Error.prototype.toString.call({ name: "N" }));
const e = new Error("a");
e.message = "changed";
e.name = "Other";
console.log(String(e), TypeError.prototype instanceof Error, Object.getPrototypeOf(TypeError) === Error);
