const a = require('./cycle-a.cjs');
module.exports = { name: 'b', seenEarly: Object.keys(a).join(), late: () => Object.keys(a).length };
