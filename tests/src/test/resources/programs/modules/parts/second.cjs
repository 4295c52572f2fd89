const first = require('./first.cjs');
module.exports = { name: 'second', seen: Object.keys(first).join() };
