import { Skeleton } from '@/components/ui/skeleton';

/** Lines that are still being read. */
export function LinesSkeleton() {
  return (
    <div className="flex flex-col gap-6 px-4 py-6 sm:px-6" aria-busy>
      {[0, 1, 2].map((line) => (
        <Skeleton key={line} className="h-5 w-full" />
      ))}
    </div>
  );
}
