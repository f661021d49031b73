// What a reader can do with an article: share, keep, hear and print it.

export function mount(element, context) {}
