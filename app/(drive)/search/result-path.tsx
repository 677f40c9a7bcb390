'use client';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
import { folderHref } from '@/components/search/entry-links';
import type { PathPart } from '@/contracts/entries';

/** The folders nearest to the entry are what tells two of the same name apart. */
const SHOWN_AT_THE_END = 2;

/** Where a hit stands, each folder a link. Of a long way the middle is left out, and named in a tooltip. */
export function ResultPath({ path }: { path: PathPart[] }) {
  const t = useTranslations('search');
  const end = path.slice(-SHOWN_AT_THE_END);
  const left = path.slice(0, -SHOWN_AT_THE_END);
  const full = [t('root'), ...path.map((part) => part.name)].join(' / ');
  return (
    <p className="flex min-w-0 text-[13px] text-ink-faint" title={full}>
      <FolderLink id="root" name={t('root')} />
      {left.length > 0 && (
        <>
          <Separator />
          <span aria-hidden className="shrink-0">
            …
          </span>
          <span className="sr-only">
            {t('more', { count: left.length, path: left.map((part) => part.name).join(' / ') })}
          </span>
        </>
      )}
      {end.map((part) => (
        <Fragment key={part.id}>
          <Separator />
          <FolderLink {...part} />
        </Fragment>
      ))}
    </p>
  );
}

function FolderLink({ id, name }: { id: string; name: string }) {
  return (
    <Link
      href={folderHref(id)}
      className="relative min-w-6 shrink truncate rounded-sm hover:text-ink hover:underline last:shrink-[0.4]"
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
