// Indexing, length, immutability, comparison, concatenation, escapes, unicode.
const s = "hello";
console.log(s[0], s[9], s.length, s["length"], s.charAt(1), s.charAt(9) === "", s.charCodeAt(1), s.charCodeAt(9), s.at(-1), s.codePointAt(0));
s[0] = "j"; s.x = 1; s.length = 2;
console.log(s, s.x, s.length);
console.log("a" < "b", "a" < "B", "abc" < "abd", "" < "a", "10" < "9", "a" + 1 + 2, 1 + 2 + "a", "é".length, "😀".length, [..."a😀b"].length);
console.log("\x41\u0042\u{43}\103", "tab\tq\"uote'", 'single\'s', "line\
continued", "nul\0".length, "\v\f\b".length, "😀".charCodeAt(0), "😀".codePointAt(0), "😀".codePointAt(1), "😀"[0] === "\ud83d");
console.log(String.fromCharCode(72, 105, 0x10041), String.fromCodePoint(128512, 65), `${1 + 1}${"t"}`, `a${`b${"c"}`}`, `multi
line`.split("\n").length, `\u0041`);
console.log(typeof "s", typeof new String("s"), new String("s") == "s", new String("s") === "s", new String("abc")[1], new String("abc").length, Object.keys(new String("ab")).join());
console.log("b" in { b: 1 }, 0 in new String("x"), "abc".hasOwnProperty(1), "abc".hasOwnProperty("length"), "abc".constructor.name);
let built = "";
for (let i = 0; i < 2000; i++) built += String.fromCharCode(97 + (i * 7) % 26);
let h = 0;
for (let i = 0; i < built.length; i++) h = (h * 31 + built.charCodeAt(i)) | 0;
console.log(built.length, h, built[1999], built.slice(1000, 1010));
let rope = "x";
for (let i = 0; i < 12; i++) rope = rope + i + rope;
console.log(rope.length, rope[100], rope.charCodeAt(rope.length - 2), rope === "x" + rope.slice(1), rope.indexOf("11"));
console.log("abc" === "ab" + "c", "abc" == new String("abc"), ["a", "b"].join("") === "ab", "x".repeat(3) === "xxx");
const key = "dyn" + "amic".slice(0, 4);
console.log({ dynamic: "found" }[key], "\u0000" < "a", "z" > "Z", "ä" > "z", "a".localeCompare === undefined);
