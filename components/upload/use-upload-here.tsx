'use client';
import { type ReactNode, useRef } from 'react';
import { readPicked } from '@/components/upload/read-dropped';
import type { UploadTarget } from '@/components/upload/upload-items';
import { uploads } from '@/components/upload/uploads';

interface UploadHere {
  pickFiles(): void;
  pickFolder(): void;
  /** The hidden inputs behind the pickers; place them once. */
  inputs: ReactNode;
}

/** The browser's pickers of files and folders, uploading into `target`. */
export function useUploadHere(target: UploadTarget): UploadHere {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);

  function take(event: React.ChangeEvent<HTMLInputElement>): void {
    const picked = readPicked(event.target.files ?? []);
    if (picked.length > 0) uploads.add(target, picked);
    // The same file picked again must be a change again.
    event.target.value = '';
  }

  const hidden = { type: 'file', multiple: true, hidden: true, tabIndex: -1, onChange: take } as const;
  return {
    pickFiles: () => files.current?.click(),
    pickFolder: () => folder.current?.click(),
    inputs: (
      <>
        <input ref={files} data-upload="files" {...hidden} />
        <input ref={folder} data-upload="folder" {...hidden} {...{ webkitdirectory: '' }} />
      </>
    ),
  };
}
