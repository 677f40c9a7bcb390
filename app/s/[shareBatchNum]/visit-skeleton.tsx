import { Skeleton } from '@/components/ui/skeleton';

/** The geometry of an open share while it is asked for. */
export function VisitSkeleton() {
  return (
    <div className="mt-4 rounded-sheet border border-line bg-surface p-5 sm:p-6" aria-busy>
      <div className="flex items-center gap-4">
        <Skeleton className="size-11 rounded-full" />
        <div className="flex flex-1 flex-col gap-2">
          <Skeleton className="h-4 w-48 max-w-full" />
          <Skeleton className="h-3 w-64 max-w-full" />
        </div>
      </div>
      <div className="mt-8 flex flex-col gap-5">
        {[0, 1, 2].map((line) => (
          <Skeleton key={line} className="h-5 w-full" />
        ))}
      </div>
    </div>
  );
}
