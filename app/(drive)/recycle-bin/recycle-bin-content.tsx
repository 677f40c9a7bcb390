'use client';
import { Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { ByteSize } from '@/components/entry/byte-size';
import { DateTime } from '@/components/entry/date-time';
import { FileIcon } from '@/components/entry/file-icon';
import { FailedState } from '@/components/failed-state';
import type { GridColumn, GridEvents } from '@/components/grid/grid-types';
import { RowGrid } from '@/components/grid/row-grid';
import type { SelectionStore } from '@/components/grid/selection/selection-store';
import { EmptyState } from '@/components/ui/empty-state';
import type { RecycleBinEntry } from '@/contracts/entries';
import type { useRecycleBin } from './use-recycle-bin';

interface RecycleBinContentProps extends GridEvents<RecycleBinEntry> {
  list: ReturnType<typeof useRecycleBin>;
  selection: SelectionStore;
}

/** The list of the recycle bin, or what stands in its place. */
export function RecycleBinContent({ list, selection, ...events }: RecycleBinContentProps) {
  const t = useTranslations('recycleBin');
  const nav = useTranslations('common.nav');
  const columns = useMemo<GridColumn<RecycleBinEntry>[]>(() => {
    const placeOf = (row: RecycleBinEntry) => row.path.at(-1)?.name ?? nav('files');
    const wholePlaceOf = (row: RecycleBinEntry) =>
      [nav('files'), ...row.path.map(({ name }) => name)].join(' / ');
    return [
      {
        id: 'place',
        header: t('columns.place'),
        className: 'w-44',
        cell: (row) => <span title={wholePlaceOf(row)}>{placeOf(row)}</span>,
      },
      {
        id: 'trashedAt',
        header: t('columns.trashedAt'),
        className: 'w-32',
        cell: (row) => <DateTime iso={row.trashedAt} />,
      },
      {
        id: 'size',
        header: t('columns.size'),
        className: 'flex w-24 justify-end text-right',
        cell: (row) => (row.kind === 'file' ? <ByteSize bytes={row.size} /> : <span aria-hidden>–</span>),
      },
    ];
  }, [t, nav]);
  if (list.error) {
    return (
      <FailedState
        title={t('unreadable')}
        error={list.error}
        onRetry={() => void list.refetch()}
        className="flex-1"
      />
    );
  }
  if (!list.isPending && list.rows.length === 0) {
    return <EmptyState icon={Trash2} title={t('empty.title')} text={t('empty.text')} className="flex-1" />;
  }
  return (
    <RowGrid
      {...events}
      label={t('list')}
      rows={list.rows}
      total={list.total}
      isPending={list.isPending}
      onNearEnd={list.loadMore}
      selection={selection}
      icon={(row) => <FileIcon entry={row} className="size-6 @xl:size-5" />}
      nameHeader={t('columns.name')}
      columns={columns}
      summary={(row) => (
        <>
          {t('place', { folder: row.path.at(-1)?.name ?? nav('files') })} · <DateTime iso={row.trashedAt} />
        </>
      )}
    />
  );
}
