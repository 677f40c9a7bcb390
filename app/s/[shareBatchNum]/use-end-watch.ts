'use client';
import { useEffect, useRef } from 'react';
import { serverNow } from '@/components/time/server-clock';

/** Timers count in 32 bits: a longer one would fire at once. */
const LONGEST_WAIT_MS = 3_600_000;
const ASK_AGAIN_MS = 250;

/**
 * Calls `onEnd` when a moment of the server's clock has come, and again shortly after as long as `endTime` stays: our
 * idea of that clock may be a little early, and the answer tells.
 */
export function useEndWatch(endTime: string | null, onEnd: () => Promise<unknown>): void {
  const latest = useRef(onEnd);
  useEffect(() => {
    latest.current = onEnd;
  });
  useEffect(() => {
    if (endTime === null) return;
    let timer: ReturnType<typeof setTimeout>;
    let stopped = false;
    const wait = (milliseconds: number) => {
      timer = setTimeout(look, Math.min(Math.max(milliseconds, 0), LONGEST_WAIT_MS));
    };
    const look = async () => {
      const left = Date.parse(endTime) - serverNow();
      if (left > 0) return wait(left);
      await latest.current();
      if (!stopped) wait(ASK_AGAIN_MS);
    };
    wait(Date.parse(endTime) - serverNow());
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [endTime]);
}
