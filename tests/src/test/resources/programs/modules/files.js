// Files that use each other: CommonJS with cycles and JSON, modules with live bindings, cycles, namespaces, top-level await.
const first = require('./parts/first.cjs');
console.log(first.name, first.seen, first.second.seen, require('./parts/first.cjs') === first);
console.log(require('./parts/data').list.length, require('./parts/data.json') === require('./parts/data'));
try {
    require('./parts/missing');
} catch (e) {
    console.log(e.message.split('\n')[0]);
}
console.log(typeof module.exports, exports === module.exports, this === exports, __filename.endsWith('files.js'));

async function main() {
    const counter = await import('./parts/counter.mjs');
    console.log(Object.keys(counter), counter.value, counter[Symbol.toStringTag], counter.default.name);
    counter.increment();
    console.log(counter.value, counter.twice(), Reflect.set(counter, 'value', 1), delete counter.nothing);
    console.log(Object.getOwnPropertyDescriptor(counter, 'value'), Object.isFrozen(counter));
    const even = await import('./parts/even.mjs');
    console.log(even.isEven(10), even.isEven(7), even.early, (await import('./parts/even.mjs')) === even);
    const waits = await import('./parts/waits.mjs');
    console.log(waits.log.join(' '), waits.data.list, waits.first.name);
    let sum = 0;
    for (let i = 0; i < 20000; i++) {
        counter.increment();
        sum += counter.value;
    }
    console.log(sum, counter.sumOfReads(20000));
    for (const bad of ['./parts/syntax.mjs', './parts/unresolved.mjs', './parts/throws.mjs']) {
        await import(bad).then(() => console.log('fine'), e => console.log(bad, e.name));
    }
}
main().then(() => console.log('done'));
