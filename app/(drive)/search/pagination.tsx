'use client';
import { ChevronLeft, ChevronRight, type LucideIcon } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useFormatter, useTranslations } from 'next-intl';
import { cn } from '@/components/class-names';
import { Select } from '@/components/ui/select';
import { lastPage, pageNumbers } from './page-numbers';
import { PAGE_SIZES, type SearchState, searchStateHref } from './search-state';

const pageClasses =
  'flex h-9 min-w-9 items-center justify-center rounded-control px-2 text-sm tabular-nums transition-colors pointer-coarse:h-11 pointer-coarse:min-w-11';

/** Which part of the results this is, the other pages as links, and how many stand on one. */
export function Pagination({ state, total }: { state: SearchState; total: number }) {
  const t = useTranslations('search.pages');
  const format = useFormatter();
  const router = useRouter();
  const last = lastPage(total, state.size);
  const from = (state.page - 1) * state.size + 1;
  const to = Math.min(state.page * state.size, total);
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 py-4">
      <p className="text-[13px] text-ink-faint tabular-nums">
        {t('range', { from: format.number(from), to: format.number(to), total: format.number(total) })}
      </p>
      {last > 1 && <PageLinks state={state} last={last} />}
      <Select
        label={t('perPage')}
        hideLabel
        value={String(state.size)}
        onValueChange={(size) => router.push(searchStateHref({ ...state, size: Number(size), page: 1 }))}
        options={[...new Set([...PAGE_SIZES, state.size])]
          .sort((a, b) => a - b)
          .map((size) => ({ value: String(size), label: t('size', { size }) }))}
        className="w-36"
      />
    </div>
  );
}

function PageLinks({ state, last }: { state: SearchState; last: number }) {
  const t = useTranslations('search.pages');
  const { page } = state;
  const hrefOf = (target: number) => searchStateHref({ ...state, page: target });
  return (
    <nav aria-label={t('label')} className="max-md:order-last max-md:w-full">
      <ul className="flex items-center justify-center gap-0.5">
        <li>
          <StepLink href={page > 1 ? hrefOf(page - 1) : null} icon={ChevronLeft} label={t('previous')} />
        </li>
        {pageNumbers(page, last).map((target, index, all) => (
          <li key={target ?? `after ${all[index - 1]}`}>
            {target === null ? (
              <span aria-hidden className={cn(pageClasses, 'text-ink-faint')}>
                …
              </span>
            ) : (
              <Link
                href={hrefOf(target)}
                aria-label={t('page', { page: target })}
                aria-current={target === page ? 'page' : undefined}
                className={cn(
                  pageClasses,
                  target === page
                    ? 'bg-accent-soft font-medium text-accent-text'
                    : 'text-ink-soft hover:bg-hover hover:text-ink',
                )}
              >
                {target}
              </Link>
            )}
          </li>
        ))}
        <li>
          <StepLink href={page < last ? hrefOf(page + 1) : null} icon={ChevronRight} label={t('next')} />
        </li>
      </ul>
    </nav>
  );
}

function StepLink({ href, icon: Icon, label }: { href: string | null; icon: LucideIcon; label: string }) {
  if (href === null) {
    return (
      <span aria-hidden className={cn(pageClasses, 'text-ink-faint opacity-45')}>
        <Icon className="size-4" />
      </span>
    );
  }
  return (
    <Link
      href={href}
      aria-label={label}
      className={cn(pageClasses, 'text-ink-soft hover:bg-hover hover:text-ink')}
    >
      <Icon aria-hidden className="size-4" />
    </Link>
  );
}
