'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useStore } from 'zustand';
import { useEntryCommands } from '@/components/entry-commands/use-entry-commands';
import { clear, selectAll } from '@/components/grid/selection/selection';
import { SelectionBar } from '@/components/grid/selection/selection-bar';
import {
  createSelectionStore,
  rowsMeant,
  type SelectionStore,
} from '@/components/grid/selection/selection-store';
import { DrivePreview } from '@/components/preview/drive-preview';
import { ActionMenu, type MenuAnchor } from '@/components/ui/action-menu';
import { showToast } from '@/components/ui/toast';
import { useUploadHere } from '@/components/upload/use-upload-here';
import { useErrorText } from '@/components/use-error-text';
import type { Entry } from '@/contracts/entries';
import { useEntryActions, useFolderActions } from '../_actions/use-entry-actions';
import { useDropTargetId, useEntryDrag } from '../_actions/use-entry-drag';
import { useFolder } from '../_data/use-folder';
import { useViewSettings } from '../_data/view-settings';
import { FilesDialogs, focusedRow } from '../_dialogs/files-dialogs';
import { Breadcrumbs } from './breadcrumbs';
import { DetailsPanel } from './details-panel';
import { DropZone } from './drop-zone';
import { FolderContent } from './folder-content';
import { ListTools } from './list-tools';
import { NewButton, NewMenu } from './new-menu';
import { useArrival } from './use-arrival';
import { useFilesKeys } from './use-files-keys';
import { useFolderPath } from './use-folder-path';

const PROMINENT = ['download', 'share', 'move', 'trash'];

interface FilesScreenProps {
  folderId: string;
  showId: string | null;
  /** Opened with a preview over it, which has the focus. */
  isCovered: boolean;
}

/** The file manager for one folder. Give it the folder's id as `key`: nothing of it outlives the folder. */
export function FilesScreen({ folderId, showId, isCovered }: FilesScreenProps) {
  const t = useTranslations('files');
  const errorText = useErrorText();
  const { sort, order } = useViewSettings();
  const [selection] = useState(() => createSelectionStore());
  const [menu, setMenu] = useState<{ entries: Entry[]; anchor: MenuAnchor | null } | null>(null);
  const list = useFolder(folderId, sort, order);
  const path = useFolderPath(folderId);
  const here = path.crumbs.at(-1) ?? { id: folderId, name: '' };
  const target = { parentId: folderId, parentName: here.name, holdsName: holdsNameIn(list.rows) };
  const commands = useEntryCommands();
  const upload = useUploadHere(target);
  const selected = useSelected(list.rows, selection);
  const { takesFocus, show } = useArrival({ ...list, folderId, showId, isCovered, selection });
  const dropTargetId = useDropTargetId();

  const parentId = path.crumbs.at(-2)?.id;
  const onKey = useFilesKeys({ commands, folderId, parentId, pickFiles: upload.pickFiles });
  const entryActions = useEntryActions(commands);
  const {
    make,
    upload: uploadActions,
    view,
  } = useFolderActions({
    newFolder: () => commands.openDialog({ kind: 'new', what: 'folder' }),
    newFile: () => commands.openDialog({ kind: 'new', what: 'file' }),
    pickFiles: upload.pickFiles,
    pickFolder: upload.pickFolder,
    refresh: () => void list.refetch(),
  });
  const drag = useEntryDrag({
    rows: list.rows,
    selection,
    label: (entries) => t('drag', { count: entries.length, name: entries[0]?.name ?? '' }),
    onMove: (entries, folder) => void commands.move(entries, folder),
  });

  async function selectEverything(): Promise<void> {
    try {
      const rows = await list.loadAll();
      const ids = rows.map((row) => row.id);
      selection.setState(selectAll(ids, selection.getState()));
    } catch (error) {
      showToast({ tone: 'error', title: errorText(error) });
    }
  }

  const error = path.error ?? list.error;
  const [first] = menu?.entries ?? [];
  return (
    <div className="flex min-h-0 flex-1">
      <div className="flex min-w-0 flex-1 flex-col">
        <div className="flex h-14 shrink-0 items-center gap-3 px-3 md:px-4">
          <Breadcrumbs path={path.crumbs} isLoading={path.isLoading} onMove={commands.move} />
          {!error && <NewMenu make={make} upload={uploadActions} />}
        </div>
        <div
          data-selecting={selected.length > 0 || undefined}
          className="mx-2 flex h-11 shrink-0 items-center gap-1 rounded-control px-2 data-selecting:bg-accent-soft"
        >
          {selected.length > 0 ? (
            <SelectionBar
              count={selected.length}
              bytes={bytesOf(selected)}
              groups={entryActions(selected)}
              prominent={PROMINENT}
              onClear={() => selection.setState(clear(selection.getState()))}
            />
          ) : (
            <ListTools total={list.isPending || error ? null : list.total} />
          )}
        </div>
        <DropZone target={target} rows={list.rows}>
          <FolderContent
            label={t('list', { folder: here.name })}
            rows={list.rows}
            total={list.total}
            isPending={list.isPending}
            error={error}
            isRoot={folderId === 'root'}
            onNearEnd={list.loadMore}
            selection={selection}
            takeFocus={takesFocus}
            drag={drag}
            dropTargetId={dropTargetId}
            onOpen={commands.open}
            onMenu={(row, anchor) =>
              setMenu({ entries: row ? rowsMeant(list.rows, row, selection) : [], anchor })
            }
            onKey={onKey}
            onSelectAll={() => void selectEverything()}
            onRetry={() => void list.refetch()}
            onUpload={upload.pickFiles}
          />
        </DropZone>
        {!error && <NewButton make={make} upload={uploadActions} />}
      </div>
      <DetailsPanel entries={selected} folder={path.folder} />
      <ActionMenu
        anchor={menu?.anchor ?? null}
        onClose={() => setMenu((now) => now && { ...now, anchor: null })}
        title={first ? t('drag', { count: menu?.entries.length ?? 0, name: first.name }) : here.name}
        groups={first && menu ? entryActions(menu.entries) : [make, uploadActions, view]}
      />
      <FilesDialogs commands={commands} here={here} pathIds={path.crumbs.map(({ id }) => id)} onMade={show} />
      <DrivePreview entries={list.rows} onNearEnd={list.loadMore} finalFocus={focusedRow} />
      {upload.inputs}
    </div>
  );
}

/** The selected rows, rendered anew when they change. */
function useSelected(rows: Entry[], selection: SelectionStore): Entry[] {
  const selected = useStore(selection, (state) => state.selected);
  return rows.filter((row) => selected.has(row.id));
}

/** Names are taken whatever their case. */
function holdsNameIn(rows: Entry[]): (name: string) => boolean {
  return (name) => rows.some((row) => row.name.toLowerCase() === name.toLowerCase());
}

function bytesOf(entries: Entry[]): number | null {
  if (entries.some((entry) => entry.kind === 'folder')) return null;
  return entries.reduce((sum, entry) => sum + entry.size, 0);
}
