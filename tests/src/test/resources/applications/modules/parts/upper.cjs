module.exports = { run: (s) => s.toUpperCase() };
