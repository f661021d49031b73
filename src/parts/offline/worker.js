// Talking to a worker.

/** What a worker answers. One that does not know the question says nothing, and is waited for in vain. */
export const answerOf = (worker, message) => new Promise((done) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => done(data);
  worker.postMessage(message, [port2]);
});
