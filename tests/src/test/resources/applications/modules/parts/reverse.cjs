exports.run = function (s) { return s.split('').reverse().join(''); };
