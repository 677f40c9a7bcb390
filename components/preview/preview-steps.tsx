'use client';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { IconButton } from '@/components/ui/icon-button';

interface PreviewStepsProps {
  /** Counted from 1. */
  position: number;
  count: number;
  /** Absent at the ends. */
  onPrevious: (() => void) | undefined;
  onNext: (() => void) | undefined;
}

/** The way to the neighbours: in the middle of the head, on phones below the file. */
export function PreviewSteps({ position, count, onPrevious, onNext }: PreviewStepsProps) {
  const t = useTranslations('preview');
  return (
    <nav
      aria-label={t('steps')}
      className="flex h-14 shrink-0 items-center justify-center gap-1 max-sm:order-last max-sm:h-auto max-sm:border-line max-sm:border-t max-sm:bg-surface max-sm:py-1 max-sm:pb-[max(4px,env(safe-area-inset-bottom))] sm:absolute sm:top-0 sm:left-1/2 sm:-translate-x-1/2"
    >
      <IconButton
        label={t('previous')}
        shortcut="←"
        disabled={!onPrevious}
        focusableWhenDisabled
        onClick={onPrevious}
      >
        <ChevronLeft />
      </IconButton>
      <p className="min-w-16 text-center text-[13px] text-ink-soft tabular-nums">
        {t('position', { position, count })}
      </p>
      <IconButton label={t('next')} shortcut="→" disabled={!onNext} focusableWhenDisabled onClick={onNext}>
        <ChevronRight />
      </IconButton>
    </nav>
  );
}
