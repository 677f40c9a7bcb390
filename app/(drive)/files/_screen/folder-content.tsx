'use client';
import { CloudUpload, FolderOpen, TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { ApiError } from '@/components/call-api';
import { ByteSize } from '@/components/entry/byte-size';
import { DateTime } from '@/components/entry/date-time';
import { FileIcon } from '@/components/entry/file-icon';
import { formatBytes } from '@/components/entry/format-bytes';
import { StarMark } from '@/components/entry/star-mark';
import { useFileKind } from '@/components/entry/use-file-kind';
import type { GridColumn, GridProps } from '@/components/grid/grid-types';
import { RowGrid } from '@/components/grid/row-grid';
import { SkeletonTiles } from '@/components/grid/skeleton-lines';
import { TileGrid } from '@/components/grid/tile-grid';
import { ownContentPath } from '@/components/preview/preview-file';
import { SmallPicture } from '@/components/preview/small-picture';
import { Button } from '@/components/ui/button';
import { buttonClasses } from '@/components/ui/button-classes';
import { EmptyState } from '@/components/ui/empty-state';
import { useErrorText } from '@/components/use-error-text';
import type { Entry } from '@/contracts/entries';
import { useViewSettings } from '../_data/view-settings';

interface FolderContentProps extends Omit<GridProps<Entry>, 'icon'> {
  isPending: boolean;
  error: unknown;
  isRoot: boolean;
  onRetry(): void;
  onUpload(): void;
}

/** The list or the tiles of a folder, or what stands in their place. */
export function FolderContent({ isPending, error, isRoot, onRetry, onUpload, ...grid }: FolderContentProps) {
  const layout = useViewSettings((state) => state.layout);
  if (error) return <UnreadableFolder error={error} onRetry={onRetry} />;
  if (isPending) return layout === 'list' ? <EntryRows {...grid} isPending /> : <SkeletonTiles count={12} />;
  if (grid.rows.length === 0) return <EmptyFolder isRoot={isRoot} onUpload={onUpload} onMenu={grid.onMenu} />;
  return layout === 'list' ? <EntryRows {...grid} /> : <EntryTiles {...grid} />;
}

const icon = (row: Entry, size: 'row' | 'tile') =>
  size === 'tile' ? (
    <SmallPicture entry={row} contentPath={ownContentPath(row.id)} size="tile" />
  ) : (
    <FileIcon entry={row} className="size-6 @xl:size-5" />
  );

const badge = (row: Entry) => <StarMark starred={row.starred} />;

function EntryRows(props: Omit<GridProps<Entry>, 'icon'> & { isPending?: boolean }) {
  const t = useTranslations('files.columns');
  const kindOf = useFileKind();
  const { sort, order, toggleSort } = useViewSettings();
  const summary = useSummary();
  const columns = useMemo<GridColumn<Entry>[]>(
    () => [
      {
        id: 'updatedAt',
        header: t('updatedAt'),
        sort: 'updatedAt',
        className: 'w-36',
        cell: (row) => <DateTime iso={row.updatedAt} />,
      },
      {
        id: 'kind',
        header: t('kind'),
        sort: 'kind',
        className: 'hidden w-40 @3xl:flex',
        cell: kindOf,
      },
      {
        id: 'size',
        header: t('size'),
        sort: 'size',
        className: 'flex w-24 justify-end text-right',
        cell: (row) => (row.kind === 'file' ? <ByteSize bytes={row.size} /> : <span aria-hidden>–</span>),
      },
    ],
    [t, kindOf],
  );
  const onSort = (by: string) => {
    const key = columns.find((column) => column.sort === by)?.sort;
    toggleSort(key === 'updatedAt' || key === 'kind' || key === 'size' ? key : 'name');
  };
  return (
    <RowGrid
      {...props}
      icon={icon}
      badge={badge}
      nameHeader={t('name')}
      columns={columns}
      summary={summary}
      sort={{ by: sort, order, onSort }}
    />
  );
}

function EntryTiles(props: Omit<GridProps<Entry>, 'icon'>) {
  return <TileGrid {...props} icon={icon} badge={badge} summary={useSummary()} />;
}

/** The small line under a name. */
function useSummary(): (row: Entry) => React.ReactNode {
  const locale = useLocale();
  return (row) => (
    <>
      {row.kind === 'file' && `${formatBytes(row.size, locale)} · `}
      <DateTime iso={row.updatedAt} />
    </>
  );
}

function UnreadableFolder({ error, onRetry }: { error: unknown; onRetry(): void }) {
  const t = useTranslations('files.empty');
  const common = useTranslations('common');
  const errorText = useErrorText();
  const isGone = error instanceof ApiError && error.code === 'not_found';
  return (
    <EmptyState
      tone="error"
      icon={TriangleAlert}
      title={t('unreadable')}
      text={errorText(error)}
      actions={
        isGone ? (
          <Link href="/files" className={buttonClasses()}>
            {common('backToFiles')}
          </Link>
        ) : (
          <Button onClick={onRetry}>{common('retry')}</Button>
        )
      }
      className="flex-1"
    />
  );
}

function EmptyFolder(props: { isRoot: boolean; onUpload(): void; onMenu: GridProps<Entry>['onMenu'] }) {
  const t = useTranslations('files.empty');
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the same commands stand in the toolbar
    <div
      className="flex flex-1 flex-col justify-center"
      onContextMenu={(event) => {
        event.preventDefault();
        const rect = new DOMRect(event.clientX, event.clientY, 0, 0);
        props.onMenu(null, { getBoundingClientRect: () => rect });
      }}
    >
      <EmptyState
        icon={props.isRoot ? CloudUpload : FolderOpen}
        title={props.isRoot ? t('rootTitle') : t('folderTitle')}
        text={t('text')}
        actions={
          <Button variant="primary" onClick={props.onUpload}>
            <CloudUpload />
            {t('upload')}
          </Button>
        }
      />
    </div>
  );
}
