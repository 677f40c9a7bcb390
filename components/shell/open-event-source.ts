interface Listener<Type extends string> {
  types: readonly Type[];
  onEvent(type: Type, data: string): void;
  /** Events may have been missed: the connection begins or is back, or the server says so. */
  onGap(): void;
}

const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 30_000;

/**
 * Listens to server-sent events until the returned function is called. Browsers reconnect by themselves when a
 * connection breaks, but give up for good when they are refused once: after that it is opened anew, ever more slowly.
 * The first connection follows a gap like any other: what changed between the reading of a list and now was not heard.
 */
export function openEventSource<Type extends string>(url: string, listener: Listener<Type>): () => void {
  let source: EventSource | null = null;
  let timer: number | undefined;
  let retryMs = FIRST_RETRY_MS;

  function connect(): void {
    const current = new EventSource(url);
    source = current;
    current.addEventListener('open', () => {
      listener.onGap();
      retryMs = FIRST_RETRY_MS;
    });
    current.addEventListener('resync', listener.onGap);
    for (const type of listener.types) {
      current.addEventListener(type, (message: MessageEvent<string>) => listener.onEvent(type, message.data));
    }
    current.addEventListener('error', () => {
      if (current.readyState !== EventSource.CLOSED) return;
      timer = window.setTimeout(connect, retryMs);
      retryMs = Math.min(retryMs * 2, LAST_RETRY_MS);
    });
  }

  connect();
  return () => {
    window.clearTimeout(timer);
    source?.close();
  };
}
