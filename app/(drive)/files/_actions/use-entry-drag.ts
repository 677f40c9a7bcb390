'use client';
import { create } from 'zustand';
import { type GridDragHandlers, rowIdAt } from '@/components/grid/grid-types';
import { selectOnly } from '@/components/grid/selection/selection';
import type { SelectionStore } from '@/components/grid/selection/selection-store';
import type { Entry } from '@/contracts/entries';
import { showDragImage } from './drag-image';

const ENTRIES_TYPE = 'application/x-netdisk-entries';

interface DragState {
  /** The entries that are dragged; empty while nothing is, or while files of the computer are. */
  dragged: Entry[];
  /** The folder that a drop would go into: a row's id, or a breadcrumb's. */
  overId: string | null;
}

const useDrag = create<DragState>(() => ({ dragged: [], overId: null }));

/** The folder that lies under a drag, for its highlight. */
export function useDropTargetId(): string | null {
  return useDrag((state) => state.overId);
}

/** Sets the highlight of a drop target, for drags of files from the computer too. */
export function setDropTarget(id: string | null): void {
  if (useDrag.getState().overId !== id) useDrag.setState({ overId: id });
}

/** Whether a drag carries entries of this drive. */
function carriesEntries(event: React.DragEvent | DragEvent): boolean {
  return event.dataTransfer?.types.includes(ENTRIES_TYPE) ?? false;
}

/** Whether a drag carries files of the computer. */
export function carriesFiles(event: React.DragEvent | DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

interface Options {
  rows: Entry[];
  selection: SelectionStore;
  /** Words for the image that follows the pointer. */
  label(entries: Entry[]): string;
  onMove(entries: Entry[], target: { id: string; name: string }): void;
}

/** Dragging rows onto folders. Drops of files from the computer are heard further out, by the drop zone. */
export function useEntryDrag({ rows, selection, label, onMove }: Options): GridDragHandlers {
  const folderUnder = (event: React.DragEvent): Entry | undefined => {
    const id = rowIdAt(event);
    const row = rows.find((candidate) => candidate.id === id);
    if (row?.kind !== 'folder') return undefined;
    return useDrag.getState().dragged.some((entry) => entry.id === row.id) ? undefined : row;
  };
  return {
    onDragStart(event) {
      const id = rowIdAt(event);
      if (id === null) return;
      if (!selection.getState().selected.has(id)) selection.setState(selectOnly(id));
      const { selected } = selection.getState();
      const dragged = rows.filter((row) => selected.has(row.id));
      useDrag.setState({ dragged, overId: null });
      event.dataTransfer.setData(ENTRIES_TYPE, '');
      event.dataTransfer.effectAllowed = 'move';
      showDragImage(event.dataTransfer, label(dragged));
    },
    onDragEnd() {
      useDrag.setState({ dragged: [], overId: null });
    },
    onDragOver(event) {
      const folder = folderUnder(event);
      setDropTarget(folder?.id ?? null);
      if (!folder || !carriesEntries(event)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'move';
    },
    onDragLeave(event) {
      const inside = event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget);
      if (!inside) setDropTarget(null);
    },
    onDrop(event) {
      const folder = folderUnder(event);
      if (!folder || !carriesEntries(event)) return;
      event.preventDefault();
      onMove(useDrag.getState().dragged, folder);
      useDrag.setState({ dragged: [], overId: null });
    },
  };
}

/** Makes a folder outside of the list (a breadcrumb) a place to drop dragged entries on. */
export function folderDropHandlers(
  target: { id: string; name: string },
  onMove: (entries: Entry[], target: { id: string; name: string }) => void,
): GridDragHandlers {
  return {
    onDragOver(event) {
      if (!carriesEntries(event)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'move';
      setDropTarget(target.id);
    },
    onDragLeave: () => setDropTarget(null),
    onDrop(event) {
      if (!carriesEntries(event)) return;
      event.preventDefault();
      onMove(useDrag.getState().dragged, target);
      useDrag.setState({ dragged: [], overId: null });
    },
  };
}
