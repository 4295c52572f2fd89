globalThis.failures = (globalThis.failures || 0) + 1; throw new Error('attempt ' + globalThis.failures);
