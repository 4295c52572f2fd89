'use strict';
exports.parse = (s) => s.split('&').reduce((o, pair) => { const [k, v = true] = pair.split('=').map(decodeURIComponent); o[k] = k in o ? [].concat(o[k], v) : v; return o; }, {});
exports.stringify = (o) => Object.entries(o).flatMap(([k, v]) => [].concat(v).map((x) => `${encodeURIComponent(k)}=${encodeURIComponent(x)}`)).join('&');
