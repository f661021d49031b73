// Tells a reader who comes back that the paper has news.

export function begin(context) {}
