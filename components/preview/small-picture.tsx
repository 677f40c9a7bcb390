'use client';
import { useState } from 'react';
import { cn } from '@/components/class-names';
import { FileIcon } from '@/components/entry/file-icon';
import type { SharedEntry } from '@/contracts/shares';
import { chooseViewer } from './choose-viewer';

/** Small enough to be loaded for a list; nothing is made smaller on the server. */
const MAX_PICTURE_BYTES = 1_048_576;

interface SmallPictureProps {
  entry: SharedEntry;
  /** Where its bytes are. */
  contentPath: string;
  /** A tile has room for more than a line. */
  size?: 'line' | 'tile';
}

/** The picture itself in place of its icon, where it is one and small. */
export function SmallPicture({ entry, contentPath, size = 'line' }: SmallPictureProps) {
  const [isBroken, setBroken] = useState(false);
  const isPicture =
    entry.kind === 'file' && entry.size <= MAX_PICTURE_BYTES && chooseViewer(entry) === 'image';
  const isLine = size === 'line';
  return (
    // One width for both, so that names stand below each other.
    <span className={cn('flex shrink-0 items-center justify-center', isLine ? 'size-9' : 'h-28 w-full')}>
      {isPicture && !isBroken ? (
        // biome-ignore lint/performance/noImgElement: these bytes are private, and shown as they are
        <img
          src={contentPath}
          alt=""
          loading="lazy"
          onError={() => setBroken(true)}
          className={cn('rounded-md bg-white object-cover ring-1 ring-line', isLine ? 'size-9' : 'size-full')}
        />
      ) : (
        <FileIcon entry={entry} className={isLine ? 'size-6' : 'size-12'} />
      )}
    </span>
  );
}
