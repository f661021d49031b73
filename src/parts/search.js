// The search.

export function mount(element, context) {}
