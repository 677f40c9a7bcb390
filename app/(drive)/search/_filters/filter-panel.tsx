'use client';
import { SlidersHorizontal } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Drawer } from '@/components/ui/drawer';
import { useIsPhone } from '@/components/ui/use-media-query';
import { type SearchState, searchStateHref } from '../search-state';
import { filtersOf, withoutFilters } from './edit-query-line';
import { ExtensionFilter } from './extension-filter';
import { FolderFilter } from './folder-filter';
import { ModifiedFilter } from './modified-filter';
import { SizeFilter } from './size-filter';

/** What each field of the panel is handed: the query line, and how to put another in its place. */
export interface FilterFieldProps {
  line: string;
  onChange(line: string): void;
}

interface FilterPanelProps {
  state: SearchState;
  total: number;
  /** What stands beside the button. */
  children: ReactNode;
}

/** The button of the filters and what it opens: fields under it, on phones a sheet. Every change is one of the line. */
export function FilterPanel({ state, total, children }: FilterPanelProps) {
  const t = useTranslations('search.filters');
  const router = useRouter();
  const panelId = useId();
  const isPhone = useIsPhone();
  const [isOpen, setOpen] = useState(false);
  const line = state.words;
  const change = (next: string) => {
    if (next !== line) router.push(searchStateHref({ ...state, words: next, page: 1 }), { scroll: false });
  };
  const hasFilters = filtersOf(line).length > 0;
  const fields = (
    <>
      <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
        <ModifiedFilter line={line} onChange={change} />
        <SizeFilter line={line} onChange={change} />
        <FolderFilter line={line} onChange={change} />
        <ExtensionFilter line={line} onChange={change} />
      </div>
      <div className="flex flex-wrap justify-end gap-2 pt-4">
        {/* Without any words there would be nothing left to search for. */}
        <Button
          variant="quiet"
          disabled={!hasFilters || withoutFilters(line) === ''}
          focusableWhenDisabled
          onClick={() => change(withoutFilters(line))}
        >
          {t('clear')}
        </Button>
        {isPhone && (
          <Button variant="primary" onClick={() => setOpen(false)}>
            {t('show', { count: total })}
          </Button>
        )}
      </div>
    </>
  );
  return (
    <>
      <div className="flex items-start gap-2 pt-1">
        <Button
          size="small"
          aria-expanded={isOpen}
          aria-controls={isOpen && !isPhone ? panelId : undefined}
          onClick={() => setOpen(!isOpen)}
          className="rounded-full"
        >
          <SlidersHorizontal aria-hidden />
          {t('open')}
        </Button>
        {children}
      </div>
      {isPhone ? (
        <Drawer open={isOpen} onOpenChange={setOpen} title={t('title')}>
          <div className="p-4 pt-1">{fields}</div>
        </Drawer>
      ) : (
        isOpen && (
          <section
            id={panelId}
            aria-label={t('title')}
            className="mt-3 rounded-card border border-line bg-sunken p-4"
          >
            {fields}
          </section>
        )
      )}
    </>
  );
}
