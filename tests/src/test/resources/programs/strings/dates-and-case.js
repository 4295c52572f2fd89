// Dates as text in all the forms that people write, in UTC whatever the machine's zone is.
const forms = [
  "2020", "2020-02", "2020-02-03", "2020-02-03T04:05Z", "2020-02-03T04:05:06.789Z", "2020-02-03T04:05:06+02:30", "+012345-01-02T00:00Z", "-000001-01-01T00:00Z",
  "Mon, 03 Feb 2020 04:05:06 GMT", "Mon Feb 03 2020 04:05:06 GMT+0100 (Central European Standard Time)", "3 Feb 2020 UTC", "Feb 3, 2020 UTC", "February 3, 2020, 4:05 PM UTC",
  "2/3/2020 UTC", "2020/02/03 12:00 AM UTC", "Feb 3 20 UTC", "Feb 3 75 UTC", "12:30 Feb 3 2020 EST", "2020-2-3 4:5 Z", "Tue Mar 01 2022 00:00:00 GMT-0330",
  "2020-02-30T00:00Z", "2020-02-03T24:00Z", "2020-13-01", "2020-02-03T25:00Z", "hello", "", "-000000-01-01T00:00Z", "2020-02-03T04:05:06.7Z", "1 2 3 4", "99 Feb 2020 UTC",
];
for (const form of forms) {
  const date = new Date(form);
  console.log(JSON.stringify(form), isNaN(date) ? "invalid" : date.toISOString());
}
const early = new Date(Date.UTC(-1, 0, 1));
console.log(early.toUTCString(), early.toISOString(), new Date(8.64e15).toISOString(), String(new Date(8.64e15 + 1)), Date.UTC(99, 1), Date.UTC(2020), Date.UTC());
const date = new Date(0);
console.log(date.setUTCFullYear(2020, 1, 30), date.setUTCHours(25, 61), date.setUTCMonth(-1), date.getUTCDay(), date.toUTCString(), date.setTime(NaN), date.setUTCHours(1), date.setUTCFullYear(1999));
console.log(typeof Date(), Date.length, date.toGMTString === date.toUTCString, new Date(1, 2).getYear(), JSON.stringify({ d: new Date(1e12) }), new Date(NaN).toJSON());
console.log("ẞİΑΣ ΑΣ.".toLowerCase(), "ßŉﬁ".toUpperCase(), "e\u0301".normalize().length, "ﬁ".normalize("NFKD"), "a".localeCompare("b"), "a\u0323\u0308".localeCompare("\u00e4\u0323"), "\ud800x".isWellFormed(), "\ud800x".toWellFormed());
console.log("a".blink(), "a".fontcolor('"red"'), "abc".indexOf("c", -5), "abc".indexOf("", 9), "abc".includes(""), "abc".startsWith("c", 2), "abc".endsWith("b", 2), "αβγ".indexOf("γ"), "abc".indexOf("γ"));
