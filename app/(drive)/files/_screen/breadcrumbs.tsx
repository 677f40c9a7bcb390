'use client';
import { ChevronLeft, ChevronRight, Ellipsis } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { cn } from '@/components/class-names';
import { folderHref } from '@/components/entry/entry-links';
import type { EntryCommands } from '@/components/entry-commands/use-entry-commands';
import type { GridDragHandlers } from '@/components/grid/grid-types';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuLink } from '@/components/ui/menu';
import { Skeleton } from '@/components/ui/skeleton';
import { folderDropHandlers, useDropTargetId } from '../_actions/use-entry-drag';
import { collapsePath } from './collapse-path';

export interface Crumb {
  id: string;
  name: string;
}

interface BreadcrumbsProps {
  /** From the root to the folder that is open; without the last while it loads. */
  path: Crumb[];
  isLoading: boolean;
  onMove: EntryCommands['move'];
}

/** The way from the root to here; each part takes dropped entries. On phones only the folder and a way back. */
export function Breadcrumbs({ path, isLoading, onMove }: BreadcrumbsProps) {
  const t = useTranslations('files.breadcrumbs');
  const current = path.at(-1);
  const parent = path.at(-2);
  const above = path.slice(0, -1);
  const { head, hidden, tail } = collapsePath(above, 2);
  return (
    <nav aria-label={t('label')} className="flex min-w-0 flex-1 items-center md:-ml-1.5">
      {parent && (
        <Link
          href={folderHref(parent.id)}
          aria-label={t('back', { folder: parent.name })}
          className="-ml-2 flex size-11 shrink-0 items-center justify-center rounded-control text-ink-soft md:hidden"
        >
          <ChevronLeft aria-hidden className="size-6" />
        </Link>
      )}
      <ol className="flex min-w-0 flex-1 items-center">
        {head.map((crumb) => (
          <CrumbLink key={crumb.id} crumb={crumb} onMove={onMove} />
        ))}
        {hidden.length > 0 && (
          <li className="hidden shrink-0 items-center md:flex">
            <Menu
              trigger={
                <IconButton size="small" label={t('hidden', { count: hidden.length })}>
                  <Ellipsis />
                </IconButton>
              }
            >
              {hidden.map((crumb) => (
                <MenuLink
                  key={crumb.id}
                  href={folderHref(crumb.id)}
                  render={<Link href={folderHref(crumb.id)} />}
                >
                  {crumb.name}
                </MenuLink>
              ))}
            </Menu>
            <Separator />
          </li>
        )}
        {tail.map((crumb) => (
          <CrumbLink key={crumb.id} crumb={crumb} onMove={onMove} />
        ))}
        <li className="flex min-w-0 items-center" aria-current="page">
          {current && !isLoading ? (
            <h1
              className="truncate px-1.5 font-semibold text-base text-ink md:text-[17px]"
              title={current.name}
            >
              {current.name}
            </h1>
          ) : (
            <Skeleton className="mx-1.5 h-5 w-32" />
          )}
        </li>
      </ol>
    </nav>
  );
}

function CrumbLink({ crumb, onMove }: { crumb: Crumb; onMove: EntryCommands['move'] }) {
  const isTarget = useDropTargetId() === crumb.id;
  const drop: GridDragHandlers = folderDropHandlers(crumb, onMove);
  return (
    <li className="hidden min-w-0 max-w-48 shrink items-center md:flex" {...drop}>
      <Link
        href={folderHref(crumb.id)}
        title={crumb.name}
        className={cn(
          'min-w-8 truncate rounded-md px-1.5 py-1 text-[15px] text-ink-soft transition-colors hover:bg-hover hover:text-ink',
          isTarget && 'bg-accent-soft text-accent-text outline-2 outline-accent-line',
        )}
      >
        {crumb.name}
      </Link>
      <Separator />
    </li>
  );
}

function Separator() {
  return <ChevronRight aria-hidden className="size-4 shrink-0 text-ink-faint" />;
}
