import { order } from './plugin-b.mjs';
export default class PluginA { run() { return order; } }
order?.push('a');
