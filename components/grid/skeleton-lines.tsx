import type { CSSProperties } from 'react';
import { cn } from '@/components/class-names';
import { Skeleton } from '@/components/ui/skeleton';
import { rowLineClasses } from './grid-line';

const NAME_WIDTHS = ['w-48', 'w-64', 'w-36', 'w-56', 'w-44', 'w-72'];

interface SkeletonLineProps {
  index: number;
  /** The columns behind the name, by the classes that show and align them. */
  columns: { id: string; className: string }[];
  style: CSSProperties;
}

/** A line with the geometry of the list, while it loads. Hidden from assistive technology. */
export function SkeletonLine({ index, columns, style }: SkeletonLineProps) {
  return (
    <div aria-hidden className={cn(rowLineClasses, 'absolute inset-x-0 top-0')} style={style}>
      <span />
      <Skeleton className="mx-auto size-5 rounded-md" />
      <Skeleton className={cn('h-3.5 max-w-full', NAME_WIDTHS[index % NAME_WIDTHS.length])} />
      <span className="hidden items-center @xl:flex">
        {columns.map((column) => (
          <span key={column.id} className={column.className}>
            <Skeleton className="h-3.5 w-16" />
          </span>
        ))}
      </span>
      <span />
    </div>
  );
}

/** Tiles with the geometry of the grid, while it loads. */
export function SkeletonTiles({ count }: { count: number }) {
  return (
    <div aria-hidden className="grid grid-cols-[repeat(auto-fill,minmax(148px,1fr))] gap-3 p-3 md:p-4">
      {Array.from({ length: count }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the tiles have no identity
        <Skeleton key={index} className="h-[196px] rounded-card" />
      ))}
    </div>
  );
}
