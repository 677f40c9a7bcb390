import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { NetdiskError } from '@/server/errors';

/** Bounds the passwords that are tried. A try is taken before the password is looked at and given back when it was right. */
export interface SignInLimiter {
  /** @throws {NetdiskError} `rate_limited` with the seconds to wait. */
  take(address: string, emailKey: string): Promise<void>;
  giveBack(address: string, emailKey: string): Promise<void>;
}

/**
 * 20 wrong passwords in 15 minutes from one address for one account; 100 in ten minutes from one address, which may
 * be that of a whole office, so that one password is not tried on every account; 100 in an hour for one account
 * from anywhere, since an address can be forged where no proxy stands in front. Kept in memory: one web process.
 */
export function createSignInLimiter(): SignInLimiter {
  const pairs = new RateLimiterMemory({ keyPrefix: 'pair', points: 20, duration: 15 * 60 });
  const addresses = new RateLimiterMemory({ keyPrefix: 'address', points: 100, duration: 10 * 60 });
  const accounts = new RateLimiterMemory({ keyPrefix: 'account', points: 100, duration: 60 * 60 });
  const pairKey = (address: string, emailKey: string) => `${address} ${emailKey}`;
  return {
    async take(address, emailKey) {
      // In this order: tries that are refused for one account must not use up those of others at the address, and
      // tries that the address is refused must not use up those of the account's owner.
      await takeFrom(pairs, pairKey(address, emailKey));
      await takeFrom(addresses, address);
      await takeFrom(accounts, emailKey);
    },
    async giveBack(address, emailKey) {
      await pairs.reward(pairKey(address, emailKey));
      await addresses.reward(address);
      await accounts.reward(emailKey);
    },
  };
}

async function takeFrom(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    const retryAfterSeconds = Math.ceil(refusal.msBeforeNext / 1000);
    throw new NetdiskError('rate_limited', 'Too many wrong passwords. Wait a while, then try again.', {
      retryAfterSeconds,
    });
  }
}
