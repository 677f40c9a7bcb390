import { expect, type Locator, type Page } from '@playwright/test';

/** Puts a file into the drive by the API, for tests in which uploading is not the point. Returns its id. */
export async function putFile(
  owner: Page,
  name: string,
  data: Buffer | string,
  parentId = 'root',
): Promise<string> {
  const query = new URLSearchParams({ parentId, name });
  const answer = await owner.request.put(`/api/files?${query}`, { data: Buffer.from(data) });
  expect(answer.status()).toBe(201);
  return (await answer.json()).id;
}

/** Makes a folder by the API. Returns its id. */
export async function makeFolder(owner: Page, name: string, parentId = 'root'): Promise<string> {
  const answer = await owner.request.post('/api/entries', { data: { kind: 'folder', name, parentId } });
  expect(answer.status()).toBe(201);
  return (await answer.json()).id;
}

/** The name of one of the folders that `makeFolders` makes; they sort by it as they are counted. */
export function folderName(index: number): string {
  return `folder ${String(index).padStart(3, '0')}`;
}

/** Makes so many folders by the API, a few at a time. Returns their ids in the order of their names. */
export async function makeFolders(owner: Page, count: number, parentId: string): Promise<string[]> {
  const ids: string[] = [];
  while (ids.length < count) {
    const step = Array.from({ length: Math.min(10, count - ids.length) }, (_, at) => ids.length + at);
    ids.push(...(await Promise.all(step.map((index) => makeFolder(owner, folderName(index), parentId)))));
  }
  return ids;
}

/** Opens the share dialog of a file at the top of the drive by its menu, as people do it. */
export async function openShareDialog(owner: Page, name: string): Promise<Locator> {
  await owner.goto('/files');
  await owner.getByRole('row', { name }).click({ button: 'right' });
  await owner.getByRole('menuitem', { name: 'Share…' }).click();
  return owner.getByRole('dialog');
}

/** From now on has answers of these addresses say something else as well, which takes a broken server to be true. */
export async function alsoAnswer(
  page: Page,
  addresses: RegExp,
  more: Record<string, unknown>,
): Promise<void> {
  await page.route(addresses, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), ...more } });
  });
}

/** From now on has requests of these addresses wait until the function it answers is called. */
export async function holdBack(page: Page, addresses: string | RegExp): Promise<() => void> {
  let letGo = () => {};
  const mayGo = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(addresses, async (route) => {
    await mayGo;
    await route.continue();
  });
  return letGo;
}
