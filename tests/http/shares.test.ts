import { describe, expect, test } from 'vitest';
import type { Share } from '@/contracts/shares';
import { MODES, type RunningNetdisk } from '../start-netdisk';
import { waitUntil } from '../wait-until';
import { ApiClient } from './api-client';
import { provideNetdisk } from './provide-netdisk';

describe.each(MODES)('%s mode', (mode) => {
  let netdisk: RunningNetdisk;
  let ada: ApiClient;
  let visitor: ApiClient;

  provideNetdisk({ mode }, (started, first) => {
    netdisk = started;
    ada = first;
    visitor = new ApiClient(netdisk.url);
  });

  async function statusOf(shareBatchNum: string): Promise<Share | undefined> {
    const { items } = await ada.json<{ items: Share[] }>('GET', '/api/shares');
    return items.find((share) => share.shareBatchNum === shareBatchNum);
  }

  test('a share of five seconds is served until its second and refused by every route from then on', async () => {
    const folder = await ada.createFolder('Shared folder');
    const file = await ada.upload('holiday.jpg', 'pixels', { parentId: folder.id });
    // Published first and ending last: it must delay nothing.
    await ada.share({ entryIds: [folder.id], ttlSeconds: 400 * 86_400 });
    const share = await ada.share({ entryIds: [folder.id], ttlSeconds: 5 });
    const end = Date.parse(share.endTime ?? '');
    expect(end - Date.parse(share.shareTime)).toBe(5_000);
    const routes = [
      `/api/s/${share.shareBatchNum}`,
      `/api/s/${share.shareBatchNum}/entries?parentId=${folder.id}`,
      `/api/s/${share.shareBatchNum}/entries/${file.id}/content`,
    ];
    for (const route of routes) expect([route, (await visitor.fetch(route)).status]).toEqual([route, 200]);

    // Every answer asked for at or after the end must be a refusal; those before it may be either.
    const flipped = await waitUntil(
      'shareStatus is 1',
      async () => {
        for (const route of routes) {
          const asked = Date.now();
          const { status } = await visitor.fetch(route);
          if (asked >= end) expect([route, status]).toEqual([route, 410]);
        }
        const now = await statusOf(share.shareBatchNum);
        return now?.shareStatus === 1 ? now : undefined;
      },
      { seconds: 15, everyMs: 20 },
    );
    const lateness = Date.parse(flipped.expiredAt ?? '') - end;
    expect(lateness).toBeGreaterThanOrEqual(0);
    expect(lateness).toBeLessThan(1_000);
    for (const route of routes) {
      const refused = await visitor.fetch(route);
      expect(refused.status).toBe(410);
      expect(await refused.json()).toMatchObject({ code: 'share_expired' });
    }
  });

  test('a rescheduled share does not end at its first second', async () => {
    const file = await ada.upload('rescheduled.txt');
    const share = await ada.share({ entryIds: [file.id], ttlSeconds: 2 });
    const later = new Date(Date.now() + 3_600_000).toISOString();
    await ada.json('PATCH', `/api/shares/${share.shareBatchNum}`, { endTime: later });
    const marker = await ada.share({ entryIds: [file.id], ttlSeconds: 3 });
    await waitUntil('a share that ends after it has ended', async () => {
      return (await statusOf(marker.shareBatchNum))?.shareStatus === 1;
    });
    expect((await statusOf(share.shareBatchNum))?.shareStatus).toBe(0);
    expect((await visitor.fetch(`/api/s/${share.shareBatchNum}`)).status).toBe(200);
  });

  test('an extraction code opens the share, and a wrong or missing one nothing', async () => {
    const file = await ada.upload('guarded.txt', 'guarded content');
    const share = await ada.share({ entryIds: [file.id], extractionCode: true, ttlSeconds: 600 });
    expect(share.extractionCode).toMatch(/^\S{4}$/);
    const content = `/api/s/${share.shareBatchNum}/entries/${file.id}/content`;
    expect((await visitor.fetch(content)).status).toBe(401);
    const wrong = await visitor.send('POST', `/api/s/${share.shareBatchNum}/unlock`, {
      extractionCode: '!!!!',
    });
    expect(wrong.status).toBe(403);
    const unlocked = await visitor.send('POST', `/api/s/${share.shareBatchNum}/unlock`, {
      extractionCode: share.extractionCode,
    });
    expect(unlocked.ok).toBe(true);
    const cookie = unlocked.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
    const opened = await visitor.fetch(content, { headers: { Cookie: cookie } });
    expect(await opened.text()).toBe('guarded content');
    expect(opened.headers.get('cache-control')).toContain('no-store');
  });

  test('a cancelled share is refused at once', async () => {
    const file = await ada.upload('cancelled.txt');
    const share = await ada.share({ entryIds: [file.id] });
    expect(share.endTime).toBeNull();
    expect((await visitor.fetch(`/api/s/${share.shareBatchNum}`)).status).toBe(200);
    await ada.fetch(`/api/shares/${share.shareBatchNum}`, { method: 'DELETE' });
    const refused = await visitor.fetch(`/api/s/${share.shareBatchNum}`);
    expect(refused.status).toBe(410);
    expect(await refused.json()).toMatchObject({ code: 'share_cancelled' });
  });

  test('what is trashed leaves the share at once', async () => {
    const folder = await ada.createFolder('Half shared');
    const file = await ada.upload('leaving.txt', 'x', { parentId: folder.id });
    const share = await ada.share({ entryIds: [folder.id] });
    const content = `/api/s/${share.shareBatchNum}/entries/${file.id}/content`;
    expect((await visitor.fetch(content)).status).toBe(200);
    await ada.remove(file.id);
    expect((await visitor.fetch(content)).status).toBe(404);
  });
});
