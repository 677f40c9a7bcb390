import 'server-only';
import type { Actor } from '@/server/accounts/actor';
import type { Services } from '@/server/services';
import { authenticate } from './session';

const HEARTBEAT_MS = 20_000;
/** A page that reads so little is cut off; it connects again and looks at everything anew. */
const MOST_UNREAD = 500;

/**
 * What happens in this account's drive, as server-sent events (WHATWG HTML, section 9.2) until the page goes away
 * or the sign-in ends; for HEAD the headers alone. `resync` says that events may have been missed.
 */
export function liveEventStream(services: Services, actor: Actor, request: Request): Response {
  const headers = {
    'Content-Type': 'text/event-stream; charset=utf-8',
    // A proxy that compresses or collects would hold events back.
    'Cache-Control': 'no-store, no-transform',
    'X-Accel-Buffering': 'no',
  };
  if (request.method === 'HEAD') return new Response(null, { headers });
  let end = () => {};
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        end = sendLiveEvents(services, actor, request, controller);
      },
      cancel: () => end(),
    },
    { highWaterMark: MOST_UNREAD },
  );
  return new Response(body, { headers });
}

function sendLiveEvents(
  services: Services,
  actor: Actor,
  request: Request,
  controller: ReadableStreamDefaultController<Uint8Array>,
): () => void {
  const encoder = new TextEncoder();
  let open = true;

  function send(text: string): void {
    if (!open) return;
    controller.enqueue(encoder.encode(text));
    if ((controller.desiredSize ?? 0) <= 0) close();
  }

  function stop(): void {
    open = false;
    clearInterval(heartbeat);
    unsubscribe();
    request.signal.removeEventListener('abort', close);
  }

  function close(): void {
    if (!open) return;
    stop();
    controller.close();
  }

  /** Tells both sides that the connection stands, and ends it with the sign-in it was opened with. */
  async function beat(): Promise<void> {
    send(': still here\n\n');
    try {
      if (!(await authenticate(services, request))) close();
    } catch (error) {
      services.log.warn({ err: error }, 'whether a live page is still signed in could not be asked');
    }
  }

  const unsubscribe = services.live.subscribe(actor.accountId, {
    onEvent: (event) => send(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`),
    onGap: () => send('event: resync\ndata: {}\n\n'),
  });
  const heartbeat = setInterval(beat, HEARTBEAT_MS);
  request.signal.addEventListener('abort', close);
  // Headers alone may stay in a buffer on the way; a first line brings them to the page.
  send('retry: 2000\n: connected\n\n');
  return stop;
}
