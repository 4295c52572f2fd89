// slice, substring, indexOf, split, replace, pad, trim, repeat, case, startsWith and so on.
const s = "The quick brown fox";
console.log(s.slice(4, 9), s.slice(-3), s.slice(4, -4), s.slice(9, 4) === "", s.substring(9, 4), s.substring(-5, 3), s.substring(NaN, 3), s.substr(4, 5), s.substr(-3, 2));
console.log(s.indexOf("q"), s.indexOf("z"), s.indexOf(""), s.indexOf("o", 13), s.lastIndexOf("o"), s.lastIndexOf("o", 15), s.lastIndexOf("z"), "aaa".lastIndexOf("a", -1), "abc".indexOf("c", -5), "abc".indexOf("", 10));
console.log(s.includes("quick"), s.includes("Quick"), s.startsWith("The"), s.startsWith("quick", 4), s.endsWith("fox"), s.endsWith("quick", 9), "".includes(""), "a".includes(undefined));
console.log(s.split(" ").join("|"), s.split("").length, "a,b,,c".split(",").length, "abc".split("").join("-"), "".split("").length, "".split(",").length, "a,b,c".split(",", 2).join(), "abc".split().length, "abc".split("abc").join("|"), "a1b1c".split(1).join());
console.log(s.replace("quick", "slow"), "aaa".replace("a", "b"), "aaa".replaceAll("a", "b"), "abc".replace("b", (m, i, str) => `[${m}${i}${str}]`), "abc".replace("b", "$&$&"), "abc".replace("b", "$`|$'"), "abc".replace("x", "y"), "a.b.c".replaceAll(".", "$$"), "abc".replace("", "_"), "abc".replaceAll("", "_"));
console.log("5".padStart(3, "0"), "5".padEnd(3, "ab"), "abc".padStart(2), "x".padStart(5, "12"), "x".padEnd(4) + "|", "x".padStart(3, ""));
console.log("  trim \t\n".trim() + "|", "  a ".trimStart() + "|", "  a ".trimEnd() + "|", "\u00a0\ufeffx\u2003".trim().length);
console.log("ab".repeat(3), "x".repeat(0) === "", "MiXed".toUpperCase(), "MiXed".toLowerCase(), "straße".toUpperCase(), "İ".toLowerCase().length, "ΑΣ".toLowerCase(), "é".toUpperCase());
console.log("a-b".concat("-", 1, null), "abc".at(-1), "abc".at(5), [..."abc"].reverse().join(""), "b".localeCompare("a") > 0, "abc".valueOf(), "abc".toString());
console.log("a".codePointAt(), "abc".charAt(), "abc".charAt("1"), "abc".slice("1"), "abc".slice(undefined, 2), "abcdef".slice(2, undefined));
for (const bad of [() => "a".repeat(-1), () => "a".repeat(Infinity), () => String.fromCodePoint(-1), () => String.fromCodePoint(1.5), () => "".padStart.call(null), () => String.prototype.toString.call({})]) { try { bad(); console.log("ok"); } catch (e) { console.log(e.name); } }
console.log(String(null), String(undefined), String(true), String([1, [2]]), String({}), String(Symbol("d")), String(-0), String(), String(() => 1));
console.log(String.prototype.slice.call(12345, 1, 3), String.prototype.toUpperCase.call(true), String.prototype.concat.call([1, 2], "x"));
console.log("a\u0301".normalize("NFC").length, "abc".isWellFormed?.() ?? true, String.raw === undefined);
