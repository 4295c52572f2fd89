exports.name = 'a';
const b = require('./cycle-b.cjs');
exports.partner = () => b;
exports.seenEarly = Object.keys(b).sort().join();
