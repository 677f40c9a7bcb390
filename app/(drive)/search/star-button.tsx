'use client';
import { Star } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { cn } from '@/components/class-names';
import { useEntryCommands } from '@/components/entry-commands/use-entry-commands';
import { IconButton } from '@/components/ui/icon-button';
import type { SearchHit } from '@/contracts/search';

/** Gives a hit a star, or takes it away. Phones have it in the menu. */
export function StarButton({ hit, tabIndex }: { hit: SearchHit; tabIndex: 0 | -1 }) {
  const t = useTranslations('search');
  const { star } = useEntryCommands();
  return (
    <IconButton
      label={t('starFor', { name: hit.name })}
      tabIndex={tabIndex}
      aria-pressed={hit.starred}
      onClick={() => void star(hit, !hit.starred)}
      className="max-md:hidden aria-pressed:bg-transparent aria-pressed:text-warning-text"
    >
      <Star aria-hidden className={cn(hit.starred && 'fill-current')} />
    </IconButton>
  );
}
