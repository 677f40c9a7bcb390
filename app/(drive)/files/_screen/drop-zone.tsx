'use client';
import { CloudUpload } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { rowIdAt } from '@/components/grid/grid-types';
import { showToast } from '@/components/ui/toast';
import { readDropped } from '@/components/upload/read-dropped';
import type { UploadTarget } from '@/components/upload/upload-items';
import { uploads } from '@/components/upload/uploads';
import type { Entry } from '@/contracts/entries';
import { carriesFiles, setDropTarget } from '../_actions/use-entry-drag';

interface DropZoneProps {
  /** Where files go that are dropped beside every folder. */
  target: UploadTarget;
  rows: Entry[];
  children: ReactNode;
}

/** Takes files and folders from the computer: into the folder under the pointer, else into the one that is open. */
export function DropZone({ target, rows, children }: DropZoneProps) {
  const t = useTranslations('files.drop');
  const [over, setOver] = useState<UploadTarget | null>(null);
  const depth = useRef(0);
  useNoDropsBeside();

  function targetOf(event: React.DragEvent): UploadTarget {
    const id = rowIdAt(event);
    const folder = rows.find((row) => row.id === id && row.kind === 'folder');
    return folder ? { parentId: folder.id, parentName: folder.name } : target;
  }

  function end(): void {
    depth.current = 0;
    setOver(null);
    setDropTarget(null);
  }

  async function take(event: React.DragEvent, into: UploadTarget): Promise<void> {
    try {
      const { files, emptyFolders } = await readDropped(event.dataTransfer.items);
      uploads.add(into, files, emptyFolders);
    } catch {
      showToast({ tone: 'error', title: t('unreadable') });
    }
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping has its twin in the Upload button
    <div
      className="relative flex min-h-0 flex-1 flex-col"
      onDragEnter={(event) => {
        if (carriesFiles(event)) depth.current += 1;
      }}
      onDragOver={(event) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
        const into = targetOf(event);
        setOver((now) => (now?.parentId === into.parentId ? now : into));
      }}
      onDragLeave={(event) => {
        if (!carriesFiles(event)) return;
        depth.current -= 1;
        if (depth.current <= 0) end();
      }}
      onDrop={(event) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        const into = targetOf(event);
        end();
        void take(event, into);
      }}
    >
      {children}
      {over && (
        <div className="pointer-events-none absolute inset-1.5 z-20 flex items-end justify-center rounded-card border-2 border-accent-line border-dashed bg-accent/5 pb-8">
          <p className="flex max-w-[80%] items-center gap-3 rounded-full bg-accent px-5 py-2.5 font-medium text-on-accent shadow-mid">
            <CloudUpload aria-hidden className="size-5 shrink-0" />
            <span className="truncate">{t('into', { folder: over.parentName })}</span>
          </p>
        </div>
      )}
    </div>
  );
}

/** A file dropped beside the zone would replace the page by the file. */
function useNoDropsBeside(): void {
  useEffect(() => {
    const refuse = (event: DragEvent) => {
      if (!carriesFiles(event) || event.defaultPrevented) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'none';
    };
    window.addEventListener('dragover', refuse);
    window.addEventListener('drop', refuse);
    return () => {
      window.removeEventListener('dragover', refuse);
      window.removeEventListener('drop', refuse);
    };
  }, []);
}
