// A module graph: default and named exports, re-exports, cycles with live bindings, dynamic import, namespaces, import.meta, top-level await, CommonJS and JSON inside.
(async () => {
  const app = await import('./parts/app.mjs');
  console.log(Object.keys(app), app.default(), app[Symbol.toStringTag], Object.isSealed(app), Reflect.ownKeys(app).length);
  console.log(app.shapes.area('square', 3), app.shapes.area('circle', 2).toFixed(3), app.shapes.names(), app.config.name, app.legacy.twice(21));
  app.store.dispatch({ type: 'add', n: 5 }); app.store.dispatch({ type: 'add', n: 7 }); app.store.dispatch({ type: 'undo' });
  console.log(app.store.value, app.store.history, app.log);
  const again = await import('./parts/app.mjs'); console.log(again === app, (await import('./parts/shapes.mjs')).area === app.shapes.area);
  for (const bad of ['./parts/none.mjs', './parts/broken.mjs', './parts/thrower.mjs']) try { await import(bad); console.log('loaded?'); } catch (e) { console.log(e.constructor.name, typeof e.message); }
  const [p, q] = await Promise.all([import('./parts/plugin-a.mjs'), import('./parts/plugin-b.mjs')]); console.log(p.default.name, q.default.name, q.order);
  try { app.store = 1; console.log('sloppy: ignored'); } catch (e) { console.log(e.constructor.name); }
  let sum = 0; for (let i = 0; i < 500; i++) sum += app.shapes.area('square', i & 7) + app.counter.next(); console.log(sum, app.counter.count);
})();
