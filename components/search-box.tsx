'use client';
import { Search } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { FormEvent } from 'react';

/** The search box of the header: Enter leads to the results page. */
export function SearchBox() {
  const t = useTranslations('common.searchBox');
  const router = useRouter();

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const words = String(new FormData(event.currentTarget).get('q') ?? '').trim();
    if (words !== '') router.push(`/search?q=${encodeURIComponent(words)}`);
  }

  return (
    <search>
      <form onSubmit={submit} className="relative">
        <Search
          aria-hidden
          className="pointer-events-none absolute top-1/2 left-3.5 size-[18px] -translate-y-1/2 text-ink-faint"
        />
        <input
          type="search"
          name="q"
          data-search-box
          aria-label={t('label')}
          placeholder={t('placeholder')}
          autoComplete="off"
          className="h-10 w-full rounded-full border border-line bg-surface pr-4 pl-10.5 text-sm transition-colors placeholder:text-ink-faint hover:border-line-strong pointer-coarse:h-11 pointer-coarse:text-base"
        />
      </form>
    </search>
  );
}
