module.exports = (main) => [main.exports.answer, typeof main.filename, __dirname.endsWith('parts')].join();
