// Asks for pages ahead of the click.

export function begin(context) {}
