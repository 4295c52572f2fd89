module.exports.mix = (h, i) => (Math.imul(h, 31) + (i ^ (h >>> 7))) | 0;
