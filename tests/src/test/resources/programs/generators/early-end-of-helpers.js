// Iterator helpers that end early close what they were given, also where they have become machine code.
function* numbers(log) {
    try {
        yield 0;
        yield 1;
        yield 2;
    } finally {
        log.push('closed');
    }
}
let closed = 0;
let sum = 0;
for (let i = 0; i < 400; i++) {
    const log = [];
    const it = numbers(log);
    if (it.some((v) => v > 0)) sum++;
    if (numbers(log).every((v) => v < 1)) sum += 1000;
    sum += numbers(log).find((v) => v === 1);
    if (!it.next().done) sum += 100000;
    closed += log.length;
}
console.log(closed, sum);
