const plugins = { upper: './upper.cjs', reverse: './reverse.cjs' , missing: './not-there' };
exports.load = (names) => names.map((n) => { try { return require(plugins[n]); } catch (e) { return { error: e.message.split('\n')[0].replace(/'.*'/, n) }; } });
