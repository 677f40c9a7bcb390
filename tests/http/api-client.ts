import { randomUUID } from 'node:crypto';
import type { Entry, EntryList, RecycleBinList } from '@/contracts/entries';
import type { SearchResult } from '@/contracts/search';
import type { Share } from '@/contracts/shares';

/** An outside script: knows the address and a token, and nothing of the code. */
export class ApiClient {
  readonly url: string;
  readonly token: string | undefined;
  /** The Cookie header of a signed-in browser; empty for those who are not. */
  readonly cookie: string;

  constructor(url: string, token?: string, cookie = '') {
    this.url = url;
    this.token = token;
    this.cookie = cookie;
  }

  fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (this.token) headers.set('Authorization', `Bearer ${this.token}`);
    return fetch(this.url + path, { ...init, headers });
  }

  /** Sends JSON; the answer as it is. */
  send(method: string, path: string, body: unknown): Promise<Response> {
    return this.fetch(path, {
      method,
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json' },
    });
  }

  /** The JSON of an answer that must succeed. */
  async json<Body>(method: string, path: string, body?: unknown): Promise<Body> {
    const response = await (body === undefined
      ? this.fetch(path, { method })
      : this.send(method, path, body));
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    // The tests that follow assert on the fields they use.
    return (await response.json()) as Body;
  }

  async upload(
    name: string,
    content: BodyInit = 'content',
    query: Record<string, string> = {},
  ): Promise<Entry> {
    const search = new URLSearchParams({ parentId: 'root', name, ...query });
    const response = await this.fetch(`/api/files?${search}`, { method: 'PUT', body: content });
    if (!response.ok) throw new Error(`upload ${name}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Entry;
  }

  createFolder(name: string, parentId = 'root'): Promise<Entry> {
    return this.json('POST', '/api/entries', { kind: 'folder', name, parentId });
  }

  change(id: string, change: { name?: string; parentId?: string }): Promise<Entry> {
    return this.json('PATCH', `/api/entries/${id}`, change);
  }

  async remove(id: string, permanent = false): Promise<void> {
    const response = await this.fetch(`/api/entries/${id}${permanent ? '?permanent=true' : ''}`, {
      method: 'DELETE',
    });
    if (response.status !== 204) throw new Error(`delete: ${response.status} ${await response.text()}`);
  }

  list(parentId = 'root'): Promise<EntryList> {
    return this.json('GET', `/api/entries?parentId=${parentId}&limit=1000`);
  }

  recycleBin(): Promise<RecycleBinList> {
    return this.json('GET', '/api/recycle-bin');
  }

  search(q: string, query: Record<string, string> = {}): Promise<SearchResult> {
    return this.json('GET', `/api/search?${new URLSearchParams({ q, ...query })}`);
  }

  async foundNames(q: string): Promise<string[]> {
    return (await this.search(q)).items.map((item) => item.name).sort();
  }

  share(input: Record<string, unknown>): Promise<Share> {
    return this.json('POST', '/api/shares', input);
  }
}

/** A new account with a token of its own. */
export async function registerClient(url: string, name = 'Ada'): Promise<ApiClient> {
  const email = `${randomUUID()}@example.org`;
  const password = 'correct horse battery';
  const anonymous = new ApiClient(url);
  await anonymous.json('POST', '/api/accounts', { email, name, password });
  const cookie = await signIn(url, email, password);
  const response = await fetch(`${url}/api/tokens`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Cookie: cookie },
    body: JSON.stringify({ name: 'tests' }),
  });
  if (response.status !== 201) throw new Error(`token: ${response.status} ${await response.text()}`);
  const { token } = (await response.json()) as { token: string };
  return new ApiClient(url, token, cookie);
}

/** Signs in as next-auth's own form does; the Cookie header of the session. */
async function signIn(url: string, email: string, password: string): Promise<string> {
  const jar = new Map<string, string>();
  const csrf = await fetch(`${url}/api/auth/csrf`);
  keepCookies(jar, csrf);
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const response = await fetch(`${url}/api/auth/callback/credentials`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', Cookie: cookieHeader(jar) },
    body: new URLSearchParams({ csrfToken, email, password, json: 'true' }),
  });
  keepCookies(jar, response);
  if (![...jar.keys()].some((name) => name.endsWith('session-token'))) {
    throw new Error(`sign-in of ${email}: ${response.status} ${await response.text()}`);
  }
  return cookieHeader(jar);
}

function keepCookies(jar: Map<string, string>, response: Response): void {
  for (const line of response.headers.getSetCookie()) {
    const [pair = ''] = line.split(';');
    const separator = pair.indexOf('=');
    jar.set(pair.slice(0, separator), pair.slice(separator + 1));
  }
}

function cookieHeader(jar: Map<string, string>): string {
  return [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
}
