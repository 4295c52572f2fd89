const x = 1, y = () => x + 1; module.exports = { x, y, 'z': x };
