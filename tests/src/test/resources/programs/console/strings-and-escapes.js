// How console.log shows strings inside of arrays and objects: quotes, escapes, control characters, long text.
console.log(["plain", "it's", '"double"', "`back`", `it's "both"`, `'"\``, ""]);
console.log({ s: "tab\t", n: "line\nbreak", r: "\r", b: "\b\f\v", z: "\0", e: "\x1b[0m", u: "\u2028", q: "'" });
console.log(["é", "日本", "😀", "\ud800", "\u00a0", "\x7f"]);
console.log("top level 'stays' \"as is\" \\ and \u00e9");
console.log(["a".repeat(60), "b".repeat(20)], { k: "c".repeat(75) });
console.log([["nested 'quote'"]], new Map([["key'", 'v"']]), new Set(["s\n"]));
console.log([String(1), `${2}`, "3" + 4, new String("boxed")]);
console.log({ "a-b": 1, "a b": 2, a_b: 3, "1a": 4, 1: 5, "-1": 6, "é": 7, "a.b": 8, "": 9, true: 10, class: 11 });
