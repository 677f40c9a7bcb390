import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Bounds what one address does with one share; kept in memory, one per web process. */
export interface AddressLimiter {
  /** @throws {NetdiskError} `rate_limited` with the seconds to wait. */
  take(shareBatchNum: string, address: string): Promise<void>;
  giveBack(shareBatchNum: string, address: string): Promise<void>;
}

/** `points` times in `seconds`; beyond it what `refuse` makes of the seconds to wait is thrown. */
export function createAddressLimiter(options: {
  points: number;
  seconds: number;
  refuse(retryAfterSeconds: number): Error;
}): AddressLimiter {
  const limiter = new RateLimiterMemory({ points: options.points, duration: options.seconds });
  return {
    async take(shareBatchNum, address) {
      try {
        await limiter.consume(`${shareBatchNum} ${address}`);
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        throw options.refuse(Math.ceil(refusal.msBeforeNext / 1000));
      }
    },
    async giveBack(shareBatchNum, address) {
      await limiter.reward(`${shareBatchNum} ${address}`);
    },
  };
}
