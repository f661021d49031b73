// How the paper looks: one panel.

export function open(button, context) {}
