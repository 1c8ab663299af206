/** Lets everything that waits on promises run, streams and message queues included. */
export async function settle(turns = 6): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await macrotask();
}

/** A message, because test runners replace timers but hardly ever message channels. */
function macrotask(): Promise<void> {
  if (typeof MessageChannel !== "function") return new Promise((resolve) => setTimeout(resolve, 0));
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    const done = () => {
      port1.close();
      resolve();
    };
    port1.addEventListener("message", done, { once: true });
    port1.start();
    port2.postMessage(null);
  });
}
