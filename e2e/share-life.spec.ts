import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { describeLook, findings, LOOKS, wear } from './looks';
import { enter, shareReports, WORDS } from './shared-reports';

// Two people, two browsers: what one does is what the other sees.

const LIVES_SECONDS = 60;

/** The actions are a menu on a desk and a sheet on a phone. */
async function chooseAction(page: Page, name: string): Promise<void> {
  await page
    .getByRole('menuitem', { name })
    .or(page.getByRole('dialog').getByRole('button', { name }))
    .click();
}

for (const look of LOOKS) {
  const words = WORDS[look.locale];

  test(`a share is unlocked, previewed, downloaded, saved, and ends while it is open (${describeLook(look)})`, async ({
    drive,
    other,
    netdisk,
  }) => {
    await wear(other, look, netdisk.url);
    const share = await shareReports(drive, { ttlSeconds: LIVES_SECONDS });
    await enter(other, share, look);

    const downloading = other.waitForEvent('download');
    await other.getByRole('link', { name: words.download }).click();
    expect((await downloading).suggestedFilename()).toBe('Reports.zip');

    await other.getByRole('button', { name: words.saveAll }).click();
    const picker = other.getByRole('dialog', { name: words.saveTitle });
    await picker.getByRole('button', { name: words.saveHere }).click();
    await expect(picker).toHaveCount(0);

    await other.getByRole('link', { name: 'Reports', exact: true }).click();
    await other.getByRole('link', { name: 'cover.txt', exact: true }).click();
    const preview = other.getByRole('dialog', { name: 'cover.txt' });
    await expect(preview).toContainText('a cover');
    expect(await findings(other)).toEqual([]);

    // Nothing is clicked: the page ends at its second, and what was shown with it.
    await expect(other.getByRole('heading', { name: words.expired })).toBeVisible({
      timeout: (LIVES_SECONDS + 10) * 1_000,
    });
    await expect(preview).toHaveCount(0);
    await expect(other.getByText('a cover')).toHaveCount(0);
    expect(await findings(other)).toEqual([]);
    expect((await other.request.get(`/api/s/${share.shareBatchNum}/zip`)).status()).toBe(410);
    // What was saved before stays.
    const { items } = await (await other.request.get('/api/entries')).json();
    expect(items).toMatchObject([{ name: 'Reports' }]);
  });

  test(`an owner changes a share and cancels it, and visitors see both at once (${describeLook(look)})`, async ({
    drive,
    visitor,
    netdisk,
  }) => {
    await wear(drive, look, netdisk.url);
    await wear(visitor, look, netdisk.url);
    const share = await shareReports(drive);
    await enter(visitor, share, look);
    await expect(visitor.getByRole('link', { name: words.download })).toBeVisible();

    await drive.goto('/shares');
    await drive.getByRole('button', { name: words.actions }).click();
    await chooseAction(drive, words.change);
    const form = drive.getByRole('dialog').filter({ has: drive.getByLabel(words.message) });
    await form.getByLabel(words.message).fill('Please read 第一章 first.');
    await form.getByRole('checkbox', { name: words.allowDownload }).click();
    expect(await findings(drive)).toEqual([]);
    await form.getByRole('button', { name: words.saveChanges, exact: true }).click();
    await expect(drive.getByText(words.viewOnly)).toBeVisible();

    await visitor.reload();
    await expect(visitor.getByText('Please read 第一章 first.')).toBeVisible();
    await expect(visitor.getByText(words.viewOnly)).toBeVisible();
    await expect(visitor.getByRole('link', { name: words.download })).toHaveCount(0);
    expect((await visitor.request.get(`/api/s/${share.shareBatchNum}/zip`)).status()).toBe(403);
    expect(await findings(visitor)).toEqual([]);

    await drive.getByRole('button', { name: words.actions }).click();
    await chooseAction(drive, words.cancel);
    await drive.getByRole('button', { name: words.cancel, exact: true }).last().click();
    await expect(drive.getByRole('listitem').getByText(words.isCancelled, { exact: true })).toBeVisible();
    await visitor.reload();
    await expect(visitor.getByRole('heading', { name: words.cancelled })).toBeVisible();
    expect(await findings(drive)).toEqual([]);
  });
}
