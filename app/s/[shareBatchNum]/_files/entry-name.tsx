'use client';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { PreviewLink } from '@/components/preview/preview-link';
import type { SharedEntry } from '@/contracts/shares';

interface EntryNameProps {
  entry: SharedEntry;
  onFollow(): void;
  children: ReactNode;
}

/** The name as the link of its whole line or tile: into a folder, or to the preview of a file. */
export function EntryName({ entry, onFollow, children }: EntryNameProps) {
  const whole = 'after:absolute after:inset-0 after:content-[""] hover:underline';
  if (entry.kind === 'folder') {
    return (
      <Link href={`?folder=${entry.id}`} className={whole}>
        {children}
      </Link>
    );
  }
  return (
    <PreviewLink fileId={entry.id} data-shared={entry.id} onClick={onFollow} className={whole}>
      {children}
    </PreviewLink>
  );
}
