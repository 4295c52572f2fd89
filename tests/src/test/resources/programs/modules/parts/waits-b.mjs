import { log } from './waits-log.mjs';
log.push('b1');
for await (const x of [Promise.resolve('b2')]) log.push(x);
