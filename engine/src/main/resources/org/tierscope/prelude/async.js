// Async iteration over iterators that are not async (27.1.6).
(function (natives) {
  "use strict";
  const {
    promiseOf, newPromise, resolvePromise, rejectPromise, performThen, checkIteratorResult, typeError, rangeError,
    notCallable, isConstructor, define, toLength, symbolIterator, symbolAsyncIterator,
  } = natives;

  // Closes an iterator while an error leaves, which covers those of closing.
  function closeQuietly(iterator) {
    try {
      const method = iterator.return;
      if (method !== undefined && method !== null) $call(method, iterator);
    } catch {}
  }

  // AsyncFromSyncIteratorContinuation (27.1.6.4): settles `promise` once the value of `result` is.
  function proceed(iterator, result, promise, close) {
    let done;
    let value;
    checkIteratorResult(result);
    done = !!result.done;
    value = result.value;
    let wrapper;
    try {
      wrapper = promiseOf(value);
    } catch (error) {
      if (!done && close) closeQuietly(iterator);
      throw error;
    }
    performThen(
      wrapper,
      (value) => ({ value, done }),
      done || !close
        ? undefined
        : (error) => {
            closeQuietly(iterator);
            throw error;
          },
      promise,
    );
  }

  // GetMethod.
  function method(object, key) {
    const found = object[key];
    if (found === undefined || found === null) return undefined;
    if (typeof found !== "function") notCallable(found);
    return found;
  }

  function open(object, opener) {
    const iterator = $call(opener, object);
    if (typeof iterator === "object" ? iterator === null : typeof iterator !== "function") {
      typeError("Result of the Symbol.iterator method is not an object");
    }
    return iterator;
  }

  function fromSync(iterator, next) {
    return {
      __proto__: null,

      next(...args) {
        const promise = newPromise();
        try {
          const result = args.length > 0 ? $call(next, iterator, args[0]) : $call(next, iterator);
          proceed(iterator, result, promise, true);
        } catch (error) {
          rejectPromise(promise, error);
        }
        return promise;
      },

      return(...args) {
        const promise = newPromise();
        try {
          const method = iterator.return;
          if (method === undefined || method === null) {
            resolvePromise(promise, { value: args[0], done: true });
          } else {
            const result = args.length > 0 ? $call(method, iterator, args[0]) : $call(method, iterator);
            proceed(iterator, result, promise, false);
          }
        } catch (error) {
          rejectPromise(promise, error);
        }
        return promise;
      },

      throw(...args) {
        const promise = newPromise();
        try {
          const method = iterator.throw;
          if (method === undefined || method === null) {
            const close = iterator.return;
            if (close !== undefined && close !== null) checkIteratorResult($call(close, iterator));
            typeError("The iterator does not provide a 'throw' method");
          }
          const result = args.length > 0 ? $call(method, iterator, args[0]) : $call(method, iterator);
          proceed(iterator, result, promise, true);
        } catch (error) {
          rejectPromise(promise, error);
        }
        return promise;
      },
    };
  }

  return {
    fromSync,

    // Array.fromAsync (proposal of that name, ES2026).
    async fromAsync(items, mapper = undefined, thisArg = undefined) {
      const C = this;
      if (mapper !== undefined && typeof mapper !== "function") notCallable(mapper);
      const openAsync = method(items, symbolAsyncIterator);
      const openSync = openAsync === undefined ? method(items, symbolIterator) : undefined;
      let k = 0;
      if (openAsync === undefined && openSync === undefined) {
        const source = $toObject(items);
        const length = toLength(source.length);
        if (!isConstructor(C) && length > 4294967295) rangeError("Invalid array length");
        const result = isConstructor(C) ? new C(length) : [];
        for (; k < length; k++) {
          let value = await source[k];
          if (mapper !== undefined) value = await $call(mapper, thisArg, value, k);
          define(result, k, value);
        }
        result.length = length;
        return result;
      }
      let iterator;
      if (openAsync !== undefined) {
        iterator = open(items, openAsync);
      } else {
        const inner = open(items, openSync);
        iterator = fromSync(inner, inner.next);
      }
      const next = iterator.next;
      const result = isConstructor(C) ? new C() : [];
      for await (let value of $record(iterator, next)) {
        if (mapper !== undefined) value = await $call(mapper, thisArg, value, k);
        define(result, k, value);
        k++;
      }
      result.length = k;
      return result;
    },
  };
})
