// Async iteration over iterators that are not async (27.1.6).
(function (natives) {
  "use strict";
  const { promiseOf, newPromise, resolvePromise, rejectPromise, performThen, checkIteratorResult, typeError } = natives;

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

  return {
    fromSync(iterator, next) {
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
    },
  };
})
