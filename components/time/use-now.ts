'use client';
import { useEffect, useState } from 'react';
import { serverNow } from './server-clock';

/** The server's present moment in milliseconds, renewed every second while `ticking`. */
export function useNow(ticking: boolean): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    if (!ticking) return;
    setNow(serverNow());
    const timer = setInterval(() => setNow(serverNow()), 1_000);
    return () => clearInterval(timer);
  }, [ticking]);
  return now;
}
