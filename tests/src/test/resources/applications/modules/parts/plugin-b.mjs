import PluginA from './plugin-a.mjs';
export const order = ['b'];
export default class PluginB { partner() { return PluginA; } }
