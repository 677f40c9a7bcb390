import { randomUUID } from 'node:crypto';
import { type APIRequestContext, test as base, expect, type Page } from '@playwright/test';
import { type Mode, type RunningNetdisk, startNetdisk } from '../tests/start-netdisk';

export interface NetdiskOptions {
  /** Set by the project (playwright.config.ts). */
  mode: Mode;
}

interface WorkerFixtures extends NetdiskOptions {
  /** One Netdisk for all tests of a worker; each test has an account of its own. */
  netdisk: RunningNetdisk;
  /** Who registered first and looks after it. */
  root: Account;
}

export interface Account {
  name: string;
  email: string;
  password: string;
}

interface TestFixtures {
  /** A new account with an empty drive. */
  account: Account;
  /** A page on the files of `account`, signed in. */
  drive: Page;
  /** A page of somebody else, who has an account here too and is signed in. */
  other: Page;
  /** A page of who looks after this Netdisk. */
  administrator: Page;
  /** A page of a visitor without an account. */
  visitor: Page;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  mode: ['embedded', { scope: 'worker', option: true }],
  netdisk: [
    async ({ mode }, use) => {
      const netdisk = await startNetdisk({ mode });
      await use(netdisk);
      await netdisk.stop();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  // Before every test, so that nobody else is the first.
  root: [
    async ({ netdisk }, use) => use(await registerAccount(netdisk.url, 'Root')),
    { scope: 'worker', auto: true },
  ],
  baseURL: async ({ netdisk }, use) => use(netdisk.url),
  account: async ({ netdisk }, use) => use(await registerAccount(netdisk.url)),
  drive: async ({ page, account }, use) => {
    await signIn(page.request, account);
    await page.goto('/files');
    await use(page);
    await leave(page);
  },
  other: async ({ browser, netdisk }, use) => {
    const context = await browser.newContext({ baseURL: netdisk.url });
    const page = await context.newPage();
    await signIn(page.request, await registerAccount(netdisk.url, 'Bob'));
    await use(page);
    await leave(page);
    await context.close();
  },
  administrator: async ({ browser, netdisk, root }, use) => {
    const context = await browser.newContext({ baseURL: netdisk.url });
    const page = await context.newPage();
    await signIn(page.request, root);
    await use(page);
    await leave(page);
    await context.close();
  },
  visitor: async ({ browser, netdisk }, use) => {
    const context = await browser.newContext({ baseURL: netdisk.url });
    const page = await context.newPage();
    await use(page);
    await leave(page);
    await context.close();
  },
});

export { expect };

/** A page may be reading when its test ends: a changed answer (alsoAnswer) that is then under way is no failure. */
function leave(page: Page): Promise<void> {
  return page.unrouteAll({ behavior: 'ignoreErrors' });
}

/** Registers by the API; what a person does on the page is tested where it is the point. */
async function registerAccount(url: string, name = 'Ada Lovelace'): Promise<Account> {
  const account = { name, email: `${randomUUID()}@example.org`, password: randomUUID() };
  const response = await fetch(`${url}/api/accounts`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(account),
  });
  if (response.status !== 201) throw new Error(`Registering answered ${response.status}.`);
  return account;
}

/** Signs in by the API, for every page that shares the cookies of `request`. */
async function signIn(request: APIRequestContext, account: Account): Promise<void> {
  const { csrfToken } = await (await request.get('/api/auth/csrf')).json();
  const answer = await request.post('/api/auth/callback/credentials', {
    form: { email: account.email, password: account.password, csrfToken, json: 'true' },
  });
  expect(answer.ok()).toBe(true);
  expect(await (await request.get('/api/me')).json()).toMatchObject({ email: account.email });
}
