module.exports = { twice: (x) => x * 2, kind: typeof require };
