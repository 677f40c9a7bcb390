import type { ReactNode } from 'react';
import { cn } from './class-names';

interface PageFrameProps {
  title: ReactNode;
  /** Stands at the right of the title. */
  actions?: ReactNode;
  /** `reading`: a column for forms and text. `wide`: lists. */
  width?: 'reading' | 'wide';
  children: ReactNode;
}

/** A page inside the shell: its title, and what scrolls below it. */
export function PageFrame({ title, actions, width = 'wide', children }: PageFrameProps) {
  return (
    <div data-page-scroll className="min-h-0 flex-1 overflow-y-auto overscroll-contain">
      <div
        className={cn(
          'mx-auto flex min-h-full flex-col px-4 pb-10 md:px-6',
          width === 'reading' && 'max-w-[760px]',
        )}
      >
        <header className="flex min-h-16 flex-wrap items-center gap-x-4 gap-y-2 py-3">
          <h1 className="min-w-0 flex-1 truncate font-semibold text-lg">{title}</h1>
          {actions}
        </header>
        {children}
      </div>
    </div>
  );
}
