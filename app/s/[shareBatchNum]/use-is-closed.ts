'use client';
import { useEffect } from 'react';
import { isClosed } from './open-visit';

/** Whether an error says that the share itself has closed; then what to show is decided further up. */
export function useIsClosed(error: Error | null, recheck: () => void): boolean {
  const closed = isClosed(error);
  useEffect(() => {
    if (closed) recheck();
  }, [closed, recheck]);
  return closed;
}
