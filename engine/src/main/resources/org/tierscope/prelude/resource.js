// Explicit resource management (the proposal of that name, ES2026): stacks of resources, and what disposes of them.
(function (natives) {
  "use strict";
  const {
    stackState, newStack, suppressedError, throwReferenceError, symbolDispose, symbolAsyncDispose, typeError,
    notCallable, promiseOf, newPromise, resolvePromise, rejectPromise, performThen,
  } = natives;

  function isObject(value) {
    return typeof value === "object" ? value !== null : typeof value === "function";
  }

  // GetMethod.
  function methodOf(object, key) {
    const method = object[key];
    if (method === undefined || method === null) return undefined;
    if (typeof method !== "function") notCallable(method);
    return method;
  }

  // GetDisposeMethod.
  function disposeMethod(value, async) {
    if (!async) return methodOf(value, symbolDispose);
    const method = methodOf(value, symbolAsyncDispose);
    if (method !== undefined) return method;
    const sync = methodOf(value, symbolDispose);
    if (sync === undefined) return undefined;
    return function () {
      const promise = newPromise();
      try {
        $call(sync, this);
        resolvePromise(promise, undefined);
      } catch (error) {
        rejectPromise(promise, error);
      }
      return promise;
    };
  }

  // AddDisposableResource without a method.
  function add(resources, value, async) {
    if (value === undefined || value === null) {
      if (async) $append(resources, { value: undefined, method: undefined, async });
      return;
    }
    if (!isObject(value)) typeError("a resource must be an object");
    const method = disposeMethod(value, async);
    if (method === undefined) typeError("the resource has no method to dispose of it");
    $append(resources, { value, method, async });
  }

  function openState(stack, async) {
    const state = stackState(stack, async);
    if (state.disposed) throwReferenceError("the stack is disposed already");
    return state;
  }

  function both(error, suppressed, failed) {
    return failed ? suppressedError(error, suppressed) : error;
  }

  // DisposeResources where nothing is awaited; throws the error that it ends with.
  function disposeAll(resources, error, failed) {
    for (let i = resources.length - 1; i >= 0; i--) {
      const { value, method } = resources[i];
      try {
        $call(method, value);
      } catch (e) {
        error = both(e, error, failed);
        failed = true;
      }
    }
    if (failed) throw error;
  }

  // The same with await.
  async function disposeAllAsync(resources, error, failed) {
    let needsAwait = false;
    let hasAwaited = false;
    for (let i = resources.length - 1; i >= 0; i--) {
      const { value, method, async } = resources[i];
      if (!async && needsAwait && !hasAwaited) {
        await undefined;
        needsAwait = false;
      }
      if (method === undefined) {
        needsAwait = true;
        continue;
      }
      try {
        const result = $call(method, value);
        if (async) {
          hasAwaited = true;
          await result;
        }
      } catch (e) {
        error = both(e, error, failed);
        failed = true;
      }
    }
    if (needsAwait && !hasAwaited) await undefined;
    if (failed) throw error;
  }

  function use(stack, value, async) {
    add(openState(stack, async).resources, value, async);
    return value;
  }

  function adopt(stack, value, onDispose, async) {
    const { resources } = openState(stack, async);
    if (typeof onDispose !== "function") notCallable(onDispose);
    $append(resources, { value: undefined, method: () => $call(onDispose, undefined, value), async });
    return value;
  }

  function defer(stack, onDispose, async) {
    const { resources } = openState(stack, async);
    if (typeof onDispose !== "function") notCallable(onDispose);
    $append(resources, { value: undefined, method: onDispose, async });
  }

  function move(stack, async) {
    const state = openState(stack, async);
    const moved = newStack(async, { disposed: false, resources: state.resources });
    state.resources = [];
    state.disposed = true;
    return moved;
  }

  // Marks a stack as disposed and gives its resources; undefined where it was before.
  function take(stack, async) {
    const state = stackState(stack, async);
    if (state.disposed) return undefined;
    const { resources } = state;
    state.disposed = true;
    state.resources = [];
    return resources;
  }

  return {
    use(value) {
      return use(this, value, false);
    },
    useAsync(value) {
      return use(this, value, true);
    },
    adopt(value, onDispose) {
      return adopt(this, value, onDispose, false);
    },
    adoptAsync(value, onDispose) {
      return adopt(this, value, onDispose, true);
    },
    defer(onDispose) {
      defer(this, onDispose, false);
    },
    deferAsync(onDispose) {
      defer(this, onDispose, true);
    },
    move() {
      return move(this, false);
    },
    moveAsync() {
      return move(this, true);
    },

    dispose() {
      const resources = take(this, false);
      if (resources !== undefined) disposeAll(resources, undefined, false);
    },

    disposeAsync() {
      let resources;
      try {
        resources = take(this, true);
      } catch (error) {
        const promise = newPromise();
        rejectPromise(promise, error);
        return promise;
      }
      return disposeAllAsync(resources === undefined ? [] : resources, undefined, false);
    },

    // What code of using declarations calls: the resources of a block, while it runs and while they are disposed of.
    newResources() {
      return { resources: [], needsAwait: false, hasAwaited: false };
    },

    addResource(state, value, async) {
      add(state.resources, value, async);
    },

    // Disposes of the last resource: undefined if there was none, an object with a value to await, or true.
    disposeNext(state) {
      const { resources } = state;
      const last = resources.length - 1;
      const await = state.needsAwait && !state.hasAwaited;
      if (await && (last < 0 || !resources[last].async)) {
        state.needsAwait = false;
        return { value: undefined };
      }
      if (last < 0) return undefined;
      const { value, method, async } = resources[last];
      resources.length = last;
      if (method === undefined) {
        state.needsAwait = true;
        return true;
      }
      const result = $call(method, value);
      if (!async) return true;
      state.hasAwaited = true;
      return { value: result };
    },

    disposeIterator() {
      const method = methodOf(this, "return");
      if (method !== undefined) $call(method, this);
    },

    disposeAsyncIterator() {
      const promise = newPromise();
      try {
        const method = methodOf(this, "return");
        if (method === undefined) resolvePromise(promise, undefined);
        else performThen(promiseOf($call(method, this)), () => undefined, undefined, promise);
      } catch (error) {
        rejectPromise(promise, error);
      }
      return promise;
    },
  };
})
