'use client';
import { Drawer as BaseDrawer } from '@base-ui/react/drawer';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { cn } from '@/components/class-names';
import { IconButton } from './icon-button';

interface DrawerProps {
  open: boolean;
  onOpenChange(open: boolean): void;
  title: ReactNode;
  /** The title is read aloud only. */
  hideTitle?: boolean;
  side?: 'bottom' | 'right' | 'left';
  children: ReactNode;
}

const PLACE = {
  bottom: {
    swipe: 'down',
    viewport: 'items-end justify-center',
    popup:
      'max-h-[85dvh] w-full rounded-t-sheet pb-[env(safe-area-inset-bottom)] [transform:translateY(var(--drawer-swipe-movement-y))] data-ending-style:[transform:translateY(100%)] data-starting-style:[transform:translateY(100%)] sm:w-[480px]',
  },
  right: {
    swipe: 'right',
    viewport: 'items-stretch justify-end',
    popup:
      'h-full w-[min(360px,calc(100vw-40px))] [transform:translateX(var(--drawer-swipe-movement-x))] data-ending-style:[transform:translateX(100%)] data-starting-style:[transform:translateX(100%)]',
  },
  left: {
    swipe: 'left',
    viewport: 'items-stretch justify-start',
    popup:
      'h-full w-[min(320px,calc(100vw-40px))] [transform:translateX(var(--drawer-swipe-movement-x))] data-ending-style:[transform:translateX(-100%)] data-starting-style:[transform:translateX(-100%)]',
  },
} as const;

/** A modal panel from an edge: sheets of actions on phones, side panels on narrow screens. Swipe closes it. */
export function Drawer({ open, onOpenChange, title, hideTitle, side = 'bottom', children }: DrawerProps) {
  const t = useTranslations('common');
  const place = PLACE[side];
  return (
    <BaseDrawer.Root open={open} onOpenChange={onOpenChange} swipeDirection={place.swipe}>
      <BaseDrawer.Portal>
        <BaseDrawer.Backdrop className="fixed inset-0 z-50 bg-scrim opacity-[calc(1-var(--drawer-swipe-progress))] transition-opacity duration-180 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <BaseDrawer.Viewport className={cn('fixed inset-0 z-50 flex', place.viewport)}>
          <BaseDrawer.Popup
            className={cn(
              'flex flex-col bg-raised text-ink shadow-high outline-none transition-transform duration-180 data-swiping:select-none data-swiping:duration-0',
              place.popup,
            )}
          >
            {side === 'bottom' && (
              <div aria-hidden className="mx-auto mt-2 h-1 w-9 shrink-0 rounded-full bg-line" />
            )}
            <header className={cn('flex shrink-0 items-center gap-3 py-2 pr-2 pl-4', hideTitle && 'sr-only')}>
              <BaseDrawer.Title className="min-w-0 flex-1 truncate font-semibold text-[15px]">
                {title}
              </BaseDrawer.Title>
              <BaseDrawer.Close
                render={
                  <IconButton label={t('close')}>
                    <X />
                  </IconButton>
                }
              />
            </header>
            <BaseDrawer.Content className="min-h-0 flex-1 overflow-y-auto overscroll-contain">
              {children}
            </BaseDrawer.Content>
          </BaseDrawer.Popup>
        </BaseDrawer.Viewport>
      </BaseDrawer.Portal>
    </BaseDrawer.Root>
  );
}
