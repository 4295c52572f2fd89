let n = 0;
module.exports = { increment() { return ++n; }, count: () => n };
