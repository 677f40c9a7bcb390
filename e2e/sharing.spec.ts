import { openShareDialog, putFile } from './drive-steps';
import { expect, test } from './fixtures';

test('a share with a code is unlocked by a visitor, and refused from its end on while the page is open', async ({
  drive,
  visitor,
}) => {
  const id = await putFile(drive, 'holiday.txt', 'sand and sea');
  const created = await drive.request.post('/api/shares', {
    data: { entryIds: [id], ttlSeconds: 20, extractionCode: true },
  });
  const share: { shareBatchNum: string; extractionCode: string } = await created.json();

  await visitor.goto(`/s/${share.shareBatchNum}`);
  await expect(visitor.getByText('holiday.txt')).toHaveCount(0);
  await visitor.getByLabel('Extraction code').fill(share.extractionCode);
  await visitor.getByRole('button', { name: 'Open' }).click();
  await expect(visitor.getByText('holiday.txt')).toBeVisible();

  // Nothing is clicked: the page itself ends at its second.
  await expect(visitor.getByRole('heading', { name: 'This share has expired' })).toBeVisible();
  const content = await visitor.request.get(`/api/s/${share.shareBatchNum}/entries/${id}/content`);
  expect(content.status()).toBe(410);

  await drive.goto('/shares');
  await expect(drive.getByRole('listitem').getByText('Expired', { exact: true })).toBeVisible();
});

test('a person shares a file in the dialog, copies link and code, and cancels it', async ({
  drive,
  visitor,
  netdisk,
}) => {
  await putFile(drive, 'plan.txt', 'the plan');
  const dialog = await openShareDialog(drive, 'plan.txt');
  await dialog.getByRole('button', { name: 'Create link' }).click();
  const link = await dialog.getByRole('textbox', { name: 'Link' }).inputValue();
  const code = await dialog.getByRole('textbox', { name: 'Extraction code' }).inputValue();
  expect(link).toContain(`${netdisk.url}/s/`);
  expect(code).toMatch(/^\S{4}$/);

  await visitor.goto(link);
  await visitor.getByLabel('Extraction code').fill(code);
  await visitor.getByRole('button', { name: 'Open' }).click();
  await expect(visitor.getByText('plan.txt')).toBeVisible();

  await drive.goto('/shares');
  await drive.getByRole('button', { name: /Actions for plan.txt/ }).click();
  await drive.getByRole('menuitem', { name: 'Cancel share' }).click();
  await drive.getByRole('button', { name: 'Cancel share' }).last().click();
  await expect(drive.getByRole('listitem').getByText('Cancelled', { exact: true })).toBeVisible();
  await visitor.reload();
  await expect(visitor.getByRole('heading', { name: 'This share was cancelled' })).toBeVisible();
});
