import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Share } from '@/contracts/shares';
import type { Actor } from '@/server/accounts/actor';
import { createLog } from '@/server/log';
import { buildAccount } from '@/tests/build-account';
import { buildEntry } from '@/tests/build-entry';
import { createTestDatabase, type TestDatabase } from '@/tests/test-database';
import { changeShare } from '../change-share';
import { createShare } from '../create-share';
import { enterShare } from '../share-access';
import { createCodeLimiter } from './code-limiter';
import { makeUnlockProof, provesUnlock, UNLOCK_SECONDS } from './unlock-proof';
import { unlockShare } from './unlock-share';

const sessionSecret = 'a secret of this test, at least 32 long';
const publicUrl = 'https://drive.example.org';
let database: TestDatabase;
let ada: Actor;
let share: Share;

beforeAll(async () => {
  database = await createTestDatabase();
  ada = await buildAccount(database.db);
});
afterAll(() => database.drop());

beforeEach(async () => {
  const entry = await buildEntry(database.db, ada, { name: `${crypto.randomUUID()}.txt` });
  share = await createShare(
    database.db,
    ada,
    { entryIds: [entry.id], allowDownload: true, extractionCode: 'Kw7p' },
    { publicUrl },
  );
});

function unlock(extractionCode: string, limiter = createCodeLimiter(), address = '192.0.2.1') {
  const { shareBatchNum } = share;
  const services = { db: database.db, log: createLog('silent', 'test') };
  const attempt = { shareBatchNum, extractionCode, address, visitor: 'v' };
  return unlockShare(services, limiter, sessionSecret, attempt);
}

function enter(unlockProof: string | undefined | null, shareBatchNum = share.shareBatchNum) {
  return enterShare(database.db, {
    shareBatchNum,
    unlockProof: unlockProof ?? undefined,
    sessionSecret,
    visitor: 'v',
  });
}

test('the right code opens the share, in any case and width; without it nothing is told', async () => {
  await expect(enter(undefined)).rejects.toMatchObject({
    code: 'code_required',
    message: 'This share is locked. Enter its extraction code.',
  });
  for (const code of ['Kw7p', ' KW7P ', 'ｋｗ７ｐ']) {
    await expect(enter(await unlock(code))).resolves.toMatchObject({ ownerName: 'Ada' });
  }
  await expect(unlock('Kw7q')).rejects.toMatchObject({ code: 'code_wrong' });
});

test('a share without a code needs no unlocking', async () => {
  const { shareBatchNum } = share;
  await changeShare(database.db, ada, { shareBatchNum, extractionCode: null }, { publicUrl });
  expect(await unlock('anything')).toBeNull();
  await expect(enter(undefined)).resolves.toMatchObject({ shareBatchNum });
});

test('a new code, even the same one again, locks out who came in by the old one', async () => {
  const { shareBatchNum } = share;
  const proof = await unlock('Kw7p');
  await changeShare(database.db, ada, { shareBatchNum, extractionCode: 'Kw7p' }, { publicUrl });
  await expect(enter(proof)).rejects.toMatchObject({ code: 'code_required' });
});

test('a proof holds for its share, its code, its time and our signature only', () => {
  const lock = { shareBatchNum: 'abc', codeVersion: 1 };
  const now = Date.now();
  const proof = makeUnlockProof(sessionSecret, lock, now);
  expect(provesUnlock(sessionSecret, lock, proof, now + (UNLOCK_SECONDS - 1) * 1000)).toBe(true);
  expect(provesUnlock(sessionSecret, lock, proof, now + UNLOCK_SECONDS * 1000)).toBe(false);
  expect(provesUnlock(sessionSecret, { ...lock, shareBatchNum: 'abd' }, proof, now)).toBe(false);
  expect(provesUnlock(sessionSecret, { ...lock, codeVersion: 2 }, proof, now)).toBe(false);
  expect(provesUnlock(`${sessionSecret}.`, lock, proof, now)).toBe(false);
  const [seconds = '', signature = ''] = proof.split('.');
  expect(provesUnlock(sessionSecret, lock, `${Number(seconds) + 1}.${signature}`, now)).toBe(false);
  for (const forged of ['', '.', `${seconds}.`, `${seconds}.${signature}x`, `-${proof}`, 'NaN.x']) {
    expect(provesUnlock(sessionSecret, lock, forged, now)).toBe(false);
  }
});

test('of 1,000 wrong codes from 8 clients 20 are looked at, and then even the right one waits', async () => {
  const limiter = createCodeLimiter();
  const codes = await Promise.all(
    Array.from({ length: 8 }, async (_, client) => {
      const seen: string[] = [];
      for (let count = 0; count < 125; count += 1) {
        const outcome = await unlock('nope', limiter, `192.0.2.${client}`).catch((error) => error);
        seen.push(outcome.code);
        if (outcome.code === 'rate_limited') expect(outcome.retryAfterSeconds).toBeGreaterThan(0);
      }
      return seen;
    }),
  );
  const all = codes.flat();
  expect(all).toHaveLength(1_000);
  expect(all.filter((code) => code === 'code_wrong')).toHaveLength(20);
  expect(all.filter((code) => code === 'rate_limited')).toHaveLength(980);
  // A restarted or second process knows of it too.
  await expect(unlock('Kw7p', createCodeLimiter(), '198.51.100.1')).rejects.toMatchObject({
    code: 'rate_limited',
  });
});

test('the bound slides: a try is free again ten minutes after it was taken', async () => {
  await database.db.$executeRaw`
    UPDATE shares SET code_tries = ARRAY(
      SELECT clock_timestamp() - n * interval '1 second' - interval '580 seconds' FROM generate_series(1, 20) n)
    WHERE share_batch_num = ${share.shareBatchNum}`;
  // The one of 600 seconds ago is free; the next becomes so in some 1 second.
  await expect(unlock('nope')).rejects.toMatchObject({ code: 'code_wrong' });
  const refusal = await unlock('nope').catch((error: unknown) => error);
  expect(refusal).toMatchObject({ code: 'rate_limited' });
  expect((refusal as { retryAfterSeconds: number }).retryAfterSeconds).toBeLessThanOrEqual(2);
});

test('one address uses up its own tries, and visitors with the right code use up none', async () => {
  const limiter = createCodeLimiter();
  for (let count = 0; count < 12; count += 1) await unlock('nope', limiter).catch(() => undefined);
  await expect(unlock('Kw7p', limiter)).rejects.toMatchObject({ code: 'rate_limited' });
  for (let count = 0; count < 30; count += 1) {
    await expect(unlock('Kw7p', limiter, '198.51.100.1')).resolves.toEqual(expect.any(String));
  }
});
