import type { CSSProperties } from 'react';
import { cn } from '@/components/class-names';
import { Skeleton } from '@/components/ui/skeleton';
import { rowLineClasses } from './grid-line';

const NAME_WIDTHS = ['w-48', 'w-64', 'w-36', 'w-56', 'w-44', 'w-72'];

/** Lines with the geometry of the list, while it loads. Hidden from assistive technology. */
export function SkeletonLines({ count, style }: { count: number; style?: CSSProperties }) {
  return (
    <div aria-hidden className={cn(style ? 'absolute inset-x-0 top-0' : 'relative')} style={style}>
      {Array.from({ length: count }, (_, index) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines have no identity
          key={index}
          className={cn(rowLineClasses, 'relative h-[60px] sm:h-11')}
        >
          <span />
          <Skeleton className="mx-auto size-5 rounded-md" />
          <Skeleton className={cn('h-3.5 max-w-full', NAME_WIDTHS[index % NAME_WIDTHS.length])} />
          <Skeleton className="hidden h-3.5 w-40 @xl:block" />
          <span />
        </div>
      ))}
    </div>
  );
}

/** Tiles with the geometry of the grid, while it loads. */
export function SkeletonTiles({ count }: { count: number }) {
  return (
    <div aria-hidden className="grid grid-cols-[repeat(auto-fill,minmax(148px,1fr))] gap-3 p-3 md:p-4">
      {Array.from({ length: count }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the tiles have no identity
        <Skeleton key={index} className="h-[156px] rounded-card" />
      ))}
    </div>
  );
}
