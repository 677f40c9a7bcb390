'use client';
import { useEffect, useState } from 'react';
import { serverNow } from './server-clock';

/** The server's present moment in milliseconds, renewed every `everyMs`; null keeps it still. */
export function useNow(everyMs: number | null): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    if (everyMs === null) return;
    setNow(serverNow());
    const timer = setInterval(() => setNow(serverNow()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
