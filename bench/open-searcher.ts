import { Agent, get } from 'node:http';
import { text } from 'node:stream/consumers';

export interface Searcher {
  /** @throws {Error} where the answer is anything but a page of hits. */
  search(token: string, q: string): Promise<void>;
  close(): void;
}

/** Asks through HTTP with half the processor time that `fetch` takes (0.3 ms): it shares two cores with what it measures. */
export function openSearcher(url: string, connections: number): Searcher {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  return {
    async search(token, q) {
      const address = new URL(`/api/search?${new URLSearchParams({ q })}`, url);
      const { status, body } = await read(address, agent, token);
      // Read as a client would, so that what is measured ends with hits and not with bytes.
      if (status !== 200 || !Array.isArray(JSON.parse(body).items))
        throw new Error(`A search answered ${status}.`);
    },
    close: () => agent.destroy(),
  };
}

function read(
  address: URL,
  agent: Agent,
  token: string,
): Promise<{ status: number | undefined; body: string }> {
  return new Promise((resolve, reject) => {
    const headers = { Authorization: `Bearer ${token}` };
    get(address, { agent, headers }, (response) => {
      text(response).then((body) => resolve({ status: response.statusCode, body }), reject);
    }).once('error', reject);
  });
}
