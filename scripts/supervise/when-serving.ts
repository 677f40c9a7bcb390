import type { ChildProcess } from 'node:child_process';

const POLL_MS = 100;

export interface Serving {
  /** Listens to a web process for the message that it listens to requests. */
  watch(web: ChildProcess): ChildProcess;
  /** Resolves when a request was answered. */
  ready(): Promise<void>;
}

/** Tells when the web server answers: it says that it listens, and then a real request has to succeed. */
export function whenServing(url: string): Serving {
  let tell = (): void => undefined;
  const listening = new Promise<void>((resolve) => {
    tell = resolve;
  });
  return {
    watch(web) {
      web.on('message', (message) => {
        if (message === 'listening') tell();
      });
      return web;
    },
    async ready() {
      await listening;
      while (!(await isAnswered(`${url}/api/health/live`))) {
        await new Promise((resolve) => setTimeout(resolve, POLL_MS));
      }
    },
  };
}

async function isAnswered(url: string): Promise<boolean> {
  try {
    const response = await fetch(url);
    await response.body?.cancel();
    return response.ok;
  } catch {
    // It ended again before it answered, and is being restarted.
    return false;
  }
}
