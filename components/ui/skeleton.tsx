import { cn } from '@/components/class-names';

/** A grey stand-in with the geometry of what will come. Appears after 150 ms, so a fast answer never flashes. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={cn('skeleton-late block rounded bg-press', className)} />;
}
