let n = 0;
exports.a = 'A';
exports['with-dash'] = 'dash';
module.exports.counter = { next: () => ++n };
Object.defineProperty(exports, 'fixed', { enumerable: true, value: 'F' });
if (n > 0) exports.never = 1;
