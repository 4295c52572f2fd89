export const log = [];
export default (who) => { log.push(`greeted ${who}`); return `hello ${who}`; };
log.push('greet loaded');
