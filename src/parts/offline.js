// The service worker, and what it has to tell.

export function begin(context) {}
