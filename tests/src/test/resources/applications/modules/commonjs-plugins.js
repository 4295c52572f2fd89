// CommonJS files: caches, cycles, exports against module.exports, JSON, __dirname, require in functions, a plug-in loader, monkey patching.
const loader = require('./parts/loader.cjs'), first = require('./parts/cycle-a.cjs');
console.log(loader.load(['upper', 'reverse', 'missing']).map((p) => (p.error ? p.error : p.run('Hello'))));
console.log(first.name, first.partner().name, first.seenEarly, require('./parts/cycle-b.cjs').seenEarly, require('./parts/cycle-a.cjs') === first);
console.log(require('./parts/settings.json').list, Object.keys(require.cache).length > 4, typeof require, module.id === __filename || module.id === '.', module.loaded, module.exports === exports);
const counter = require('./parts/counter.cjs'); counter.increment(); counter.increment(); console.log(require('./parts/counter.cjs').count(), counter.count === require('./parts/counter.cjs').count);
try { require('./parts/fails.cjs'); } catch (e) { console.log(e.message); } try { require('./parts/fails.cjs'); } catch (e) { console.log(e.message, globalThis.failures); }
console.log((() => { const { parse } = require('./parts/query.cjs'); return parse('a=1&b=two&b=3&flag&empty='); })(), require('./parts/query.cjs').stringify({ x: [1, 2], y: 'é &' }));
exports.answer = 42; console.log(module.exports.answer, require('./parts/reads-main.cjs')(module)); let total = 0; const { mix } = require('./parts/hot.cjs'); for (let i = 0; i < 3000; i++) total = mix(total, i); console.log(total);
