/**
 * Resolves in a later turn of the event loop, so that timers, input and aborts are served between two batches of work.
 *
 * `setImmediate` in Node and a message channel in browsers, where a timer of 0 ms would wait 4.
 */
export function breathe(): Promise<void> {
  const immediate = (globalThis as { setImmediate?: (callback: () => void) => unknown }).setImmediate;
  if (immediate) return new Promise((resolve) => void immediate(resolve));
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      channel.port1.close();
      resolve();
    };
    channel.port2.postMessage(undefined);
  });
}
