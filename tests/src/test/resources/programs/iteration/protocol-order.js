// Which properties of an iterator for-of reads, and when: next once, value only while it is not done.
const log = [];
const spy = { get [Symbol.iterator]() { log.push("get"); return () => { log.push("call"); let n = 0; return { get next() { log.push("next getter"); return () => { log.push("next"); return { get done() { log.push("done"); return n++ > 1; }, get value() { log.push("value"); return n; } }; }; } }; }; } };
for (const x of spy) log.push("body" + x);
console.log(log.join(" "));
log.length = 0;
const [first, second] = spy;
console.log(log.join(" "), first, second);
