// String and its prototype.
const log = (...a) => console.log(...a);
const thrown = f => { try { return f(); } catch (e) { return e.name + ": " + e.message; } };
log("abc".at(-1), "abc".charAt(1), "abc".charAt(9), "abc".charCodeAt(0), "abc".charCodeAt(5), "😀".codePointAt(0), "😀".codePointAt(1), "abc"[1], "abc"[9]);
log("hello".slice(1, -1), "hello".substring(3, 1), "hello".substr(-3, 2), "hello".slice(4, 1), "hello".slice(), "hello".substring(NaN, 2));
log("a-b-c".split("-"), "abc".split(""), "abc".split(), "a,b,c".split(",", 2), "".split(","), "".split(""), "aXbX".split("X"), "abc".split("", 2));
log("aaa".replace("a", "b"), "aaa".replaceAll("a", "b"), "abc".replace("b", "[$&$`$'$$]"), "abc".replace("b", (m, i, s) => m + i + s), "abab".replaceAll("a", (m, i) => i), "abc".replaceAll("", "-"), "abc".replace("", "_"));
log("abc".indexOf("c"), "abc".indexOf(""), "abc".indexOf("", 9), "abcabc".lastIndexOf("c"), "abcabc".lastIndexOf("c", 4), "abc".includes("bc"), "abc".startsWith("b", 1), "abc".endsWith("b", 2), "abc".lastIndexOf("a", -1));
log("x".padStart(5), "x".padEnd(4, "ab") + "|", "x".padStart(5, "123456789"), "x".padStart(0), "abc".padStart(6, ""), "ab".repeat(3), "ab".repeat(0), thrown(() => "a".repeat(-1)), thrown(() => "ab".repeat(2 ** 30)));
log("  a b\n\t".trim() + "|", " \u00a0\ufeffx ".trimStart() + "|", " x ".trimEnd() + "|", "ÄÖß".toUpperCase(), "ÀÉ".toLowerCase(), "İ".toLowerCase().length);
log("é".normalize("NFD").length, "e\u0301".normalize() === "é", thrown(() => "a".normalize("x")), "a".localeCompare("b"), "b".localeCompare("a"), "a".localeCompare("a"), "a".localeCompare("B"), "ä".localeCompare("z"), ["résumé", "resume", "Resume", "a b", "ab"].sort((x, y) => x.localeCompare(y)));
log(String.fromCharCode(72, 105, 0x1F600), String.fromCodePoint(128512, 65), thrown(() => String.fromCodePoint(-1)), String.raw({ raw: ["a", "b", "c"] }, 1, 2), String(Symbol("s")), String(null), String([1, [2]]), String({}));
log(new String("abc"), typeof new String("x"), new String("abc").length, Object.keys(new String("ab")), "abc" instanceof String, Object("x") + 1, new String("a") == "a");
log([..."a😀b"], "a😀b".length, "abc".concat(1, null), "a\ud800b".isWellFormed(), "a\ud800b".toWellFormed(), "abc".anchor("x\""), "a".big());
log(thrown(() => String.prototype.trim.call(null)), thrown(() => "x".startsWith({ [Symbol.match]: true })), String.prototype.slice.call(12345, 1, 3), String.prototype.at.call(true, 0));
log("a" < "b", "a" < "B", "10" < "9", "10" < 9, "abc" > "abd", "" < "a", "a" + 1 + 2, 1 + 2 + "a", `${1}${[2, 3]}${null}`, "b" + "a" + +"a" + "a");
let rope = ""; for (let i = 0; i < 1000; i++) rope += i; log(rope.length, rope.slice(0, 12), rope.indexOf("999"), rope.charCodeAt(2000));
log("tEST".toLowerCase().replace("t", c => c.toUpperCase()), "one two".split(" ").map(w => w[0].toUpperCase() + w.slice(1)).join(" "), [..."hello"].reverse().join(""));
log("x".localeCompare.length, "x".split.length, String.fromCharCode.length, "x".padStart.name, String.length, String.name);
