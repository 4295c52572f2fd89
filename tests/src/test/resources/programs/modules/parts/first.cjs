exports.name = 'first';
exports.second = require('./second.cjs');
exports.seen = exports.second.name;
