import { connect } from 'amqplib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { png } from '@/e2e/sample-files';
import type { Actor } from '@/server/accounts/actor';
import { createEntry } from '@/server/drive/create-entry';
import { deleteEntry } from '@/server/drive/recycle-bin/delete-entry';
import { uploadFile } from '@/server/drive/upload-file';
import type { Services } from '@/server/services';
import { createShare } from '@/server/shares/create-share';
import { buildAccount } from '@/tests/build-account';
import { buildEntry } from '@/tests/build-entry';
import { openQueueServices, QUEUE_KINDS, type QueueServices } from '@/tests/queue-services';
import { startWorker } from '@/tests/start-worker';
import { bytesOf } from '@/tests/test-drive';
import { waitUntil } from '@/tests/wait-until';
import { extractor } from './extractor';
import { indexer } from './indexer';
import { outboxRelay } from './outbox-relay';
import { reconciler } from './reconciler';
import { shareExpiry } from './share-expiry';
import { sweeper } from './sweeper';
import type { RunningWorker, Worker } from './worker';

describe.each(QUEUE_KINDS)('over %s', (kind) => {
  let opened: QueueServices;
  let services: Services;
  let ada: Actor;
  let running: RunningWorker[] = [];

  beforeAll(async () => {
    opened = await openQueueServices(kind);
    services = opened.services;
  });
  afterAll(() => opened.drop());
  beforeEach(async () => {
    ada = await buildAccount(services.db);
  });
  afterEach(async () => {
    await Promise.all(running.map((worker) => worker.stop()));
    running = [];
  });

  async function start(...workers: Worker[]): Promise<void> {
    for (const worker of workers) running.push(await worker.start(services));
  }

  async function share(ttlSeconds: number): Promise<string> {
    const { id } = await buildEntry(services.db, ada, { name: `${ttlSeconds}.txt` });
    const input = { entryIds: [id], allowDownload: true, ttlSeconds };
    return (await createShare(services.db, ada, input, { publicUrl: 'http://localhost' })).shareBatchNum;
  }

  const shareRow = (shareBatchNum: string) =>
    services.db.share.findUniqueOrThrow({ where: { shareBatchNum } });

  test('a share is marked as ended within half a second of its end, whatever ends later', async () => {
    await start(outboxRelay, shareExpiry);
    const long = await share(400 * 86_400);
    const short = await share(2);
    const ended = await waitUntil('it is marked', async () => {
      const row = await shareRow(short);
      return row.shareStatus === 1 && row;
    });
    const lateness = (ended.expiredAt?.getTime() ?? 0) - (ended.endTime?.getTime() ?? 0);
    expect(lateness).toBeGreaterThanOrEqual(0);
    expect(lateness).toBeLessThan(500);
    expect((await shareRow(long)).shareStatus).toBe(0);
  });

  test.each([5_000, -5_000])(
    'with a clock that is %d ms off no share ends early, and none is forgotten',
    async (off) => {
      const trueNow = Date.now;
      vi.spyOn(Date, 'now').mockImplementation(() => trueNow.call(Date) + off);
      try {
        // Without the sweeper, which would hide a message that was lost.
        await start(outboxRelay, shareExpiry);
        const short = await share(3);
        const ended = await waitUntil('it is marked', async () => {
          const row = await shareRow(short);
          return row.shareStatus === 1 && row;
        });
        expect(ended.expiredAt?.getTime()).toBeGreaterThanOrEqual(ended.endTime?.getTime() ?? Infinity);
      } finally {
        vi.restoreAllMocks();
      }
    },
  );

  test('an entry is indexed soon after its commit, and its removal too', async () => {
    await start(outboxRelay, indexer);
    const input = { kind: 'folder', name: 'Reports', parentId: 'root', onConflict: 'fail' } as const;
    const { id } = await createEntry(services, ada, input);
    const isIndexed = async () => {
      const row = await services.db.entry.findUniqueOrThrow({ where: { id } });
      return row.indexedRevision === row.revision && row;
    };
    const saved = await waitUntil('it is indexed', isIndexed);
    await deleteEntry(services.db, ada, { id, permanent: false });
    const removed = await waitUntil('its removal is indexed', isIndexed);
    expect(removed.revision).toBeGreaterThan(saved.revision);
  });

  test('a picture does not wait behind a document that takes long to read', async () => {
    const { db } = services;
    const source = (bytes: string | Buffer) =>
      ({ parentId: 'root', onConflict: 'fail', source: bytesOf(bytes) }) as const;
    const text = await uploadFile(services, ada, { name: 'slow.txt', ...source('long') });
    const sha256 = text.entry.sha256 ?? '';
    await db.$transaction(
      async (tx) => {
        // What is read of the document cannot be stored for as long as this lock stands.
        await tx.$queryRaw`SELECT sha256 FROM blob_texts WHERE sha256 = ${sha256} FOR UPDATE`;
        await start(outboxRelay, extractor);
        const picture = await uploadFile(services, ada, { name: 'photo.png', ...source(png(8, 8)) });
        await waitUntil('its thumbnail is made', () =>
          db.blobThumbnail.findFirst({ where: { sha256: picture.entry.sha256 ?? '', status: 'done' } }),
        );
        expect(await db.blobText.findUnique({ where: { sha256 } })).toMatchObject({ status: 'requested' });
      },
      { timeout: 30_000 },
    );
    await waitUntil('the document is read', () =>
      db.blobText.findFirst({ where: { sha256, status: 'done' } }),
    );
  });

  test('a worker can be stopped the moment it has started', async () => {
    await start(outboxRelay, indexer, extractor, shareExpiry, reconciler, sweeper);
    const stopped = running.splice(0).map((worker) => worker.stop());
    await expect(Promise.all(stopped)).resolves.toHaveLength(6);
  });
});

describe('workers as processes', () => {
  let opened: QueueServices;

  beforeAll(async () => {
    opened = await openQueueServices('rabbitmq');
  });
  afterAll(() => opened.drop());

  test('all of them start when none is named, and drain on SIGTERM', async () => {
    const names = ['outbox-relay', 'indexer', 'extractor', 'share-expiry', 'reconciler', 'sweeper'];
    const workers = await startWorker([], opened.env);
    await waitUntil(
      'all are ready',
      async () => names.every((name) => workers.log().includes(`worker ${name} ready`)),
      {
        seconds: 60,
      },
    );
    expect(await workers.stop()).toBe(0);
  }, 90_000);

  test('a name that is none ends it and tells the names there are', async () => {
    const started = startWorker(['postman'], opened.env);
    await expect(started).rejects.toThrow(/no worker named postman.*outbox-relay, indexer/s);
  }, 90_000);

  test('a worker whose parent is gone drains and ends', async () => {
    const worker = await startWorker(['sweeper'], opened.env);
    expect(await worker.abandon()).toBe(0);
  }, 90_000);

  test('a queue with other settings ends the worker and says which one and what to do', async () => {
    await opened.services.queue.checkHealth();
    const operator = await connect(opened.env.AMQP_URL ?? '');
    const channel = await operator.createChannel();
    await channel.deleteQueue('deadLetter.queue');
    await channel.assertQueue('deadLetter.queue', { durable: true });
    try {
      const started = startWorker(['share-expiry'], opened.env);
      await expect(started).rejects.toThrow(/ended with 1.*deadLetter\.queue.*rabbitmqctl delete_queue/s);
    } finally {
      await channel.deleteQueue('deadLetter.queue');
      await operator.close();
    }
  }, 90_000);
});
