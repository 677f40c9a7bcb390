'use client';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { cn } from '@/components/class-names';
import { folderHref } from '@/components/entry/entry-links';
import type { PathPart } from '@/contracts/entries';

/**
 * Where a hit stands, each folder a link. Of a long way the middle is left out and named in a tooltip: the nearest
 * folders are what tells two of the same name apart.
 */
export function ResultPath({ path, tabIndex }: { path: PathPart[]; tabIndex: 0 | -1 }) {
  const t = useTranslations('search');
  const [last, beforeLast] = path.toReversed();
  const left = path.slice(0, -2);
  const full = [t('root'), ...path.map((part) => part.name)].join(' / ');
  return (
    <p className="flex min-w-0 text-[13px] leading-6 text-ink-faint" title={full}>
      <FolderLink id="root" name={t('root')} tabIndex={tabIndex} className="shrink-0" />
      {left.length > 0 && (
        <>
          <Separator />
          <span aria-hidden>…</span>
          <span className="sr-only">
            {t('more', { count: left.length, path: left.map((part) => part.name).join(' / ') })}
          </span>
        </>
      )}
      {beforeLast && (
        // Phones have room for one folder.
        <span className="flex min-w-0 max-sm:hidden">
          <Separator />
          <FolderLink {...beforeLast} tabIndex={tabIndex} />
        </span>
      )}
      {beforeLast && left.length === 0 && (
        <span aria-hidden className="flex sm:hidden">
          <Separator />…
        </span>
      )}
      {last && (
        <>
          <Separator />
          <FolderLink {...last} tabIndex={tabIndex} />
        </>
      )}
    </p>
  );
}

type FolderLinkProps = PathPart & { tabIndex: 0 | -1; className?: string };

function FolderLink({ id, name, tabIndex, className }: FolderLinkProps) {
  return (
    <Link
      href={folderHref(id)}
      tabIndex={tabIndex}
      className={cn(
        'relative min-w-6 truncate rounded-sm leading-6 hover:text-ink hover:underline',
        className,
      )}
    >
      {name}
    </Link>
  );
}

function Separator() {
  return (
    <span aria-hidden className="shrink-0 px-1.5">
      /
    </span>
  );
}
