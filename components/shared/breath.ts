/** The end of what the page has to do meanwhile. A message and no timer: a hidden tab's timers come once a second. */
export function breathed(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((done) => {
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(null);
  });
}

/** The moment when what the page has to show is on the screen; at once while nobody looks at it. */
export function drawn(): Promise<void> {
  return new Promise((done) => {
    const watch = new AbortController();
    const end = () => {
      watch.abort();
      done();
    };
    if (document.hidden) return end();
    document.addEventListener('visibilitychange', end, { signal: watch.signal });
    requestAnimationFrame(() => void breathed().then(end));
  });
}
