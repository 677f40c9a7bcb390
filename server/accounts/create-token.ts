import { randomBytes, randomUUID } from 'node:crypto';
import type { CreatedToken, CreateTokenInput } from '@/contracts/accounts';
import type { Database } from '@/server/database/client';
import type { Actor } from './actor';
import { hashToken } from './find-actor';

/** The prefix lets secret scanners recognise a token that was published by mistake. */
const PREFIX = 'netdisk_';
const TOKEN_BYTES = 32;

/** Makes an API token of 256 random bits. Only its hash is kept, so this answer is the one time it is seen. */
export async function createToken(
  db: Database,
  actor: Actor,
  input: CreateTokenInput,
): Promise<CreatedToken> {
  const token = PREFIX + randomBytes(TOKEN_BYTES).toString('base64url');
  const id = randomUUID();
  await db.apiToken.create({
    data: { id, accountId: actor.accountId, name: input.name, tokenHash: hashToken(token) },
  });
  return { id, name: input.name, token };
}
