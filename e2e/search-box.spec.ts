import type { Page } from '@playwright/test';
import { holdBack, putFile } from './drive-steps';
import { type Account, expect, test } from './fixtures';
import { box, hits } from './search-places';

// What is typed into the box, and what it remembers; what the page of results shows is search.spec.ts.

/** Signs in on the page, in the place of whoever used this browser before. */
async function takeOver(page: Page, { email, password }: Account): Promise<void> {
  await page.context().clearCookies();
  await page.goto('/login');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(/\/files$/);
}

test('results follow what is typed, and Back leads to where one came from', async ({ drive }) => {
  await putFile(drive, 'Annual report.pdf', 'a');
  await putFile(drive, 'report notes.txt', 'b');
  await drive.clock.install();
  await box(drive).fill('rep');
  await box(drive).press('Enter');
  await expect(hits(drive)).toHaveCount(2);

  await box(drive).pressSequentially('ort not', { delay: 40 });
  await expect(hits(drive)).toHaveText(['report notes.txt']);
  await expect(drive).toHaveURL(/q=report\+not$/);
  await expect(drive).toHaveTitle(/“report not”/);
  await expect(drive.locator('[aria-live="polite"]', { hasText: '1 result' })).toBeAttached();
  // A blank at the end is no other search, and stays where it was typed.
  await box(drive).press('Space');
  await drive.clock.runFor(400);
  await expect(box(drive)).toHaveValue('report not ');

  await drive.goBack();
  await expect(drive).toHaveURL(/\/files$/);
});

test('an answer that comes late never takes the place of a newer one', async ({ drive }) => {
  await putFile(drive, 'alpha.txt', 'a');
  await putFile(drive, 'beta.txt', 'b');
  // Without it the browser would drop the late answer by itself: here it really arrives.
  await drive.addInitScript(() => {
    const send = window.fetch;
    window.fetch = (input, init) => send(input, { ...init, signal: null });
  });
  const answerLate = await holdBack(drive, /\/api\/search\?q=alpha&/);
  await drive.clock.install();
  await drive.goto('/search?q=txt');
  await expect(hits(drive)).toHaveCount(2);

  const asked = drive.waitForRequest(/q=alpha&/);
  await box(drive).fill('alpha');
  await asked;
  await box(drive).fill('beta');
  await expect(hits(drive)).toHaveText(['beta.txt']);
  const arrived = drive.waitForResponse(/q=alpha&/);
  answerLate();
  await (await arrived).finished();
  await drive.clock.runFor(300);
  await expect(hits(drive)).toHaveText(['beta.txt']);
  await expect(box(drive)).toHaveValue('beta');
});

test('letters that an input method still composes are not searched for', async ({ drive }) => {
  await putFile(drive, '年度报告.txt', 'a');
  await drive.clock.install();
  await drive.goto('/search?q=报');
  await expect(hits(drive)).toHaveCount(1);
  await box(drive).fill('');
  const typing = await drive.context().newCDPSession(drive);
  const asked: string[] = [];
  drive.on('request', (request) => asked.push(new URL(request.url()).searchParams.get('q') ?? ''));
  await typing.send('Input.imeSetComposition', { text: "nian'du", selectionStart: 7, selectionEnd: 7 });
  await drive.clock.runFor(500);
  await typing.send('Input.insertText', { text: '年度' });
  await expect(hits(drive)).toHaveText(['年度报告.txt']);
  expect(asked.filter((words) => words.includes('nian'))).toEqual([]);
  await expect(box(drive)).toHaveValue('年度');
});

test('the keyboard alone goes from the box to the hits and back, renames and deletes', async ({ drive }) => {
  await putFile(drive, 'report one.txt', 'a');
  await putFile(drive, 'report two.txt', 'b');
  await putFile(drive, 'report three.txt', 'c');
  await drive.goto('/search?q=report&sort=name&order=asc');
  await expect(hits(drive)).toHaveText(['report one.txt', 'report three.txt', 'report two.txt']);

  await box(drive).focus();
  await drive.keyboard.press('ArrowDown');
  await expect(hits(drive).nth(0)).toBeFocused();
  await drive.keyboard.press('ArrowDown');
  await expect(hits(drive).nth(1)).toBeFocused();
  await drive.keyboard.press('End');
  await expect(hits(drive).nth(2)).toBeFocused();
  // One line is a stop for Tab, the others are not.
  await expect(drive.locator('[data-hit][tabindex="0"]')).toHaveText(['report two.txt']);
  await drive.keyboard.press('Escape');
  await expect(box(drive)).toBeFocused();

  await drive.keyboard.press('ArrowDown');
  await drive.keyboard.press('F2');
  const dialog = drive.getByRole('dialog', { name: 'Rename' });
  await expect(dialog.getByRole('textbox')).toBeFocused();
  await drive.keyboard.type('report first');
  await drive.keyboard.press('Enter');
  await expect(hits(drive).nth(0)).toHaveText('report first.txt');
  await expect(hits(drive).nth(0)).toBeFocused();

  await drive.keyboard.press('Delete');
  await expect(hits(drive)).toHaveText(['report three.txt', 'report two.txt']);
  await expect(hits(drive).nth(0)).toBeFocused();
  await drive.keyboard.press('Enter');
  const preview = drive.getByRole('dialog', { name: 'report three.txt' });
  await expect(preview).toBeVisible();
  await drive.keyboard.press('Escape');
  await expect(preview).toBeHidden();
  await expect(hits(drive).nth(0)).toBeFocused();
  await drive.keyboard.press('ArrowUp');
  await expect(box(drive)).toBeFocused();

  // What led to a hit is a recent search, without Enter.
  await box(drive).fill('');
  await expect(drive.getByRole('option', { name: 'report', exact: true })).toBeVisible();
});

test('recent searches are shown to the account that made them alone', async ({ drive, account, root }) => {
  const recent = drive.getByRole('option');
  await box(drive).fill('of my own');
  await box(drive).press('Enter');
  await expect(drive).toHaveURL(/q=of\+my\+own/);

  await takeOver(drive, root);
  await box(drive).fill('of somebody else');
  await box(drive).press('Enter');
  await expect(drive).toHaveURL(/q=of\+somebody\+else/);
  await drive.goto('/files');
  await box(drive).click();
  await expect(recent).toHaveText(['of somebody else']);
  await drive.keyboard.press('Control+k');
  await expect(drive.getByRole('group', { name: 'Recent searches' }).getByRole('option')).toHaveCount(1);

  await takeOver(drive, account);
  await box(drive).click();
  await expect(recent).toHaveText(['of my own']);
});

test('a search made before the page knows whose it is, is remembered', async ({ drive }) => {
  const tell = await holdBack(drive, '**/api/me');
  await drive.goto('/files');
  await box(drive).fill('early bird');
  await box(drive).press('Enter');
  await expect(drive).toHaveURL(/q=early\+bird/);
  tell();
  await expect(drive.getByRole('button', { name: 'Account: Ada Lovelace' })).toBeVisible();
  await drive.goto('/files');
  await box(drive).click();
  await expect(drive.getByRole('option')).toHaveText(['early bird']);
});
