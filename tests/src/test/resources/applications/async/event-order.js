// The order of jobs, timers, immediates and thenables, and what await costs.
const out = [];
const say = (s) => out.push(s);
setTimeout(() => say('timeout 0'), 0);
setTimeout(() => { say('timeout 5'); Promise.resolve().then(() => say('job in timeout')); }, 5);
Promise.resolve().then(() => say('job 1')).then(() => say('job 2')).then(() => say('job 3'));
queueMicrotask(() => { say('micro'); queueMicrotask(() => say('nested micro')); });
(async () => { say('async start'); await undefined; say('after 1'); await Promise.resolve(); say('after 2'); return 'r'; })().then(say);
const thenable = { then(resolve) { say('then called'); resolve('thenable value'); } };
Promise.resolve(thenable).then(say);
(async () => say(await thenable))();
new Promise((resolve) => { say('executor'); resolve(Promise.resolve('inner')); say('after resolve'); }).then(say);
(async () => Promise.resolve('returned promise'))().then(say);
(async () => 'returned value')().then(say);
Promise.reject(new Error('boom')).catch((e) => say(e.message)).finally(() => say('finally'));
const p = Promise.all([1, Promise.resolve(2), thenable]);
p.then((v) => say(v.join('+')));
Promise.race([new Promise(() => {}), Promise.resolve('raced')]).then(say);
async function chain(n) { return n === 0 ? 0 : 1 + (await chain(n - 1)); }
chain(30).then((n) => say(`chain ${n}`));
(async () => { try { await Promise.reject('r1'); } catch (e) { say(`caught ${e}`); } finally { say('cleanup'); } })();
const slow = { get then() { say('then read'); return undefined; } };
Promise.resolve(slow).then(() => say('not a thenable'));
say('end of script');
setTimeout(() => { console.log(out.join('\n')); console.log(out.length); }, 30);
const { promise, resolve } = Promise.withResolvers ? Promise.withResolvers() : (() => { let resolve; const promise = new Promise((r) => { resolve = r; }); return { promise, resolve }; })();
setTimeout(resolve, 10, 'late');
promise.then(say);
