import { log } from './waits-log.mjs';
log.push('a1');
await null;
log.push('a2');
