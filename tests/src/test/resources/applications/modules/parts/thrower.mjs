throw new TypeError('while loading'); export {};
