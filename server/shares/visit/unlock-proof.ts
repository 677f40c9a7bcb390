import { createHmac, timingSafeEqual } from 'node:crypto';

/** Long enough for a film with breaks, short enough that a forgotten browser does not stay a key. */
export const UNLOCK_SECONDS = 12 * 60 * 60;

interface Lock {
  shareBatchNum: string;
  /** Raised with every change of the code: a proof for an older code opens nothing. */
  codeVersion: number;
}

/** What a visitor who knew the code keeps: when it runs out, and a signature over that, the share and its code. */
export function makeUnlockProof(secret: string, lock: Lock, nowMs = Date.now()): string {
  const expiresAt = Math.floor(nowMs / 1000) + UNLOCK_SECONDS;
  return `${expiresAt}.${sign(secret, lock, expiresAt)}`;
}

/** True for a proof that this server signed for this share and its present code, and that has not run out. */
export function provesUnlock(
  secret: string,
  lock: Lock,
  proof: string | undefined,
  nowMs = Date.now(),
): boolean {
  const [, seconds, signature] = /^(\d{1,12})\.([\w-]{43})$/.exec(proof ?? '') ?? [];
  if (seconds === undefined || signature === undefined) return false;
  const expiresAt = Number(seconds);
  const expected = sign(secret, lock, expiresAt);
  return timingSafeEqual(Buffer.from(expected), Buffer.from(signature)) && expiresAt * 1000 > nowMs;
}

/** The first line keeps this use of the secret apart from every other. */
function sign(secret: string, { shareBatchNum, codeVersion }: Lock, expiresAt: number): string {
  return createHmac('sha256', secret)
    .update(`netdisk share unlock\n${shareBatchNum}\n${codeVersion}\n${expiresAt}`)
    .digest('base64url');
}
