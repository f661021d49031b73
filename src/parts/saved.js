// The articles that are kept on this device.

export function mount(element, context) {}
