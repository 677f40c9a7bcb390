import type { Page } from '@playwright/test';
import { openShareDialog, putFile } from './drive-steps';
import { expect, test } from './fixtures';
import { describeLook, findings, LOOKS, wear } from './looks';

interface Made {
  shareBatchNum: string;
  entryId: string;
}

async function share(drive: Page, name: string, more: Record<string, unknown> = {}): Promise<Made> {
  const id = await putFile(drive, name, `content of ${name}`);
  const made = await drive.request.post('/api/shares', { data: { entryIds: [id], ...more } });
  expect(made.status()).toBe(201);
  return { shareBatchNum: (await made.json()).shareBatchNum, entryId: id };
}

test('visitors read the message, take the downloads there are, and see that they are used up', async ({
  drive,
  visitor,
}) => {
  await putFile(drive, 'plan.txt', 'the plan');
  const dialog = await openShareDialog(drive, 'plan.txt');
  await dialog.getByRole('checkbox', { name: 'Ask for an extraction code' }).click();
  await dialog.getByRole('checkbox', { name: 'Limit the number of downloads' }).click();
  await dialog.getByRole('textbox', { name: 'Downloads allowed' }).fill('0');
  await dialog.getByRole('button', { name: 'Create link' }).click();
  await expect(dialog.getByText('Use a whole number from 1 to 1,000,000.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Downloads allowed' }).fill('1');
  await dialog.getByRole('textbox', { name: 'Message to visitors' }).fill('For the meeting\non Monday');
  await dialog.getByRole('button', { name: 'Create link' }).click();
  const link = await dialog.getByRole('textbox', { name: 'Link' }).inputValue();
  await dialog.getByRole('button', { name: 'Show QR code' }).click();
  await expect(dialog.getByRole('img', { name: 'QR code of the link' })).toBeVisible();
  const picture = drive.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save as PNG' }).click();
  expect((await picture).suggestedFilename()).toBe('netdisk-share.png');

  await visitor.goto(link);
  await expect(visitor.getByText('For the meeting')).toBeVisible();
  expect(await (await visitor.request.get(link)).text()).not.toContain('For the meeting');
  const download = visitor.waitForEvent('download');
  await visitor.getByRole('link', { name: 'Download plan.txt' }).click();
  await (await download).path();
  await visitor.reload();
  await expect(visitor.getByText('The downloads of this share are used up').first()).toBeVisible();
  await expect(visitor.getByRole('button', { name: /Download plan.txt/ })).toBeDisabled();
  const { pathname } = new URL(link);
  expect((await visitor.request.get(`/api${pathname}/zip`)).status()).toBe(403);

  await drive.goto('/shares');
  await expect(drive.getByText('1 of 1 downloads')).toBeAttached();
  await drive.getByRole('button', { name: 'Actions for plan.txt' }).click();
  await drive.getByRole('menuitem', { name: 'Change settings' }).click();
  await drive.getByRole('textbox', { name: 'Downloads allowed' }).fill('2');
  await drive.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(drive.getByText('1 of 2 downloads')).toBeAttached();
  await visitor.reload();
  await expect(visitor.getByRole('link', { name: 'Download plan.txt' })).toBeVisible();

  await drive.getByRole('button', { name: 'Actions for plan.txt' }).click();
  await drive.getByRole('menuitem', { name: 'Activity' }).click();
  await expect(drive.getByRole('dialog').getByText('Downloaded plan.txt')).toBeVisible();
  await expect(drive.getByRole('dialog').getByText('Opened the share').first()).toBeVisible();
});

test('the list of shares stays where the server is out of reach, and more of it can be asked for again', async ({
  drive,
}) => {
  const { entryId } = await share(drive, 'plan.txt');
  for (let made = 1; made < 105; made += 1) {
    await drive.request.post('/api/shares', { data: { entryIds: [entryId] } });
  }
  await drive.goto('/shares');
  const lines = drive.getByRole('listitem').filter({ hasText: 'plan.txt' });
  await expect(lines).toHaveCount(100);

  await drive.route(/\/api\/shares\?/, (route) => route.abort());
  await drive.getByRole('button', { name: 'Show more' }).click();
  await expect(drive.getByRole('alert').filter({ hasText: 'The server cannot be reached' })).toBeVisible();
  await expect(lines).toHaveCount(100);

  await drive.unroute(/\/api\/shares\?/);
  await drive.getByRole('button', { name: 'Show more' }).click();
  await expect(lines).toHaveCount(105);
  await expect(drive.getByRole('alert').filter({ hasText: 'The server cannot be reached' })).toHaveCount(0);
  await expect(drive.getByRole('button', { name: 'Show more' })).toHaveCount(0);
});

test('shares are found by status and words, the address says which, and many are cancelled at once', async ({
  drive,
}) => {
  await share(drive, 'alpha.txt', { message: 'for the board' });
  await share(drive, 'beta.txt');
  await share(drive, 'gamma.txt');
  await drive.goto('/shares');
  await expect(drive.getByRole('listitem').filter({ hasText: '.txt' })).toHaveCount(3);
  await drive.getByRole('textbox', { name: 'Name or message' }).fill('BOARD');
  await expect(drive.getByRole('listitem').filter({ hasText: '.txt' })).toHaveCount(1);
  await expect(drive).toHaveURL(/q=BOARD/);
  await drive.reload();
  await expect(drive.getByRole('listitem').filter({ hasText: '.txt' })).toHaveCount(1);
  await drive.getByRole('button', { name: 'Clear search' }).click();

  await drive.getByRole('checkbox', { name: 'Select alpha.txt' }).click();
  await drive.getByRole('checkbox', { name: 'Select beta.txt' }).click();
  await drive.getByRole('button', { name: 'Cancel share' }).click();
  await drive.getByRole('button', { name: 'Cancel 2 shares' }).click();
  await expect(drive.getByText('2 shares cancelled.')).toBeVisible();
  await drive.getByRole('radio', { name: 'Active' }).click();
  await expect(drive).toHaveURL(/status=active/);
  await expect(drive.getByRole('listitem').filter({ hasText: '.txt' })).toHaveCount(1);
  await drive.getByRole('radio', { name: 'Expired' }).click();
  await drive.getByRole('button', { name: 'Show all shares' }).click();
  await expect(drive.getByRole('listitem').filter({ hasText: '.txt' })).toHaveCount(3);
});

for (const look of LOOKS) {
  test(`what an owner opens about shares has no axe finding (${describeLook(look)})`, async ({
    drive,
    netdisk,
  }) => {
    await wear(drive, look, netdisk.url);
    const { shareBatchNum, entryId } = await share(drive, '年度报告.txt', {
      downloadLimit: 1,
      message: '请查收',
    });
    const content = `/api/s/${shareBatchNum}/entries/${entryId}/content?download=1`;
    expect((await drive.request.get(content)).status()).toBe(200);
    await drive.goto(`/s/${shareBatchNum}`);
    await expect(drive.getByText('请查收')).toBeVisible();
    expect(await findings(drive)).toEqual([]);
    await drive.goto('/shares');
    const menu = drive.getByRole('button', { name: /年度报告/ });
    for (const [item, title] of [
      [/^(Activity|访问记录)$/, /^(Activity|访问记录)$/],
      [/^(QR code|二维码)$/, /^(QR code|二维码)$/],
      [/^(Change settings|修改分享设置)$/, /^(Change the share|修改分享)$/],
    ] as const) {
      await menu.click();
      // A menu at the desk, a sheet of buttons on the phone.
      await drive
        .getByRole('menuitem', { name: item })
        .or(drive.getByRole('button', { name: item }))
        .click();
      await expect(drive.getByRole('dialog', { name: title })).toBeVisible();
      await expect(drive.getByRole('dialog')).toHaveCount(1);
      expect(await findings(drive)).toEqual([]);
      await drive.keyboard.press('Escape');
      await expect(drive.getByRole('dialog')).toHaveCount(0);
    }
    await drive.getByRole('checkbox', { name: /年度报告/ }).click();
    expect(await findings(drive)).toEqual([]);
  });
}
