export function createStore(reduce, state) {
  const history = [];
  return { get value() { return state; }, history, dispatch(action) { if (action.type === 'undo') state = history.pop(); else { history.push(state); state = reduce(state, action); } return state; } };
}
