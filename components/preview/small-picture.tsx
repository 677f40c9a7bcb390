'use client';
import { useEffect, useState } from 'react';
import { urlWithQuery } from '@/components/call-api';
import { cn } from '@/components/class-names';
import { FileIcon } from '@/components/entry/file-icon';
import type { SharedEntry } from '@/contracts/shares';
import { mayHaveThumbnail } from '@/contracts/thumbnails';
import { chooseViewer } from './choose-viewer';

/** Small enough to be loaded for a list as it is. */
const MAX_PICTURE_BYTES = 1_048_576;
/** The thumbnail of what was uploaded less than this ago may still be made. */
const MADE_WITHIN_MS = 120_000;
const ASK_AGAIN_MS = 3_000;

interface SmallPictureProps {
  entry: SharedEntry;
  /** Where its bytes are. */
  contentPath: string;
  /** A tile has room for more than a line. */
  size?: 'line' | 'tile';
}

/** The picture itself in place of its icon, where it is one. */
export function SmallPicture({ entry, contentPath, size = 'line' }: SmallPictureProps) {
  const [broken, setBroken] = useState(0);
  const sources = sourcesOf(entry, contentPath);
  const source = sources[broken];
  // Where the picture itself was tried too and is none, it has no thumbnail either.
  const mayCome = source === undefined && sources.length === 1 && mayHaveThumbnail(entry);
  useEffect(() => {
    if (!mayCome || Date.now() - Date.parse(entry.updatedAt) > MADE_WITHIN_MS) return;
    const timer = setTimeout(() => setBroken(0), ASK_AGAIN_MS);
    return () => clearTimeout(timer);
  }, [mayCome, entry.updatedAt]);
  const isLine = size === 'line';
  return (
    // One width for both, so that names stand below each other.
    <span className={cn('flex shrink-0 items-center justify-center', isLine ? 'size-9' : 'h-28 w-full')}>
      {source ? (
        // biome-ignore lint/performance/noImgElement: these bytes are private, and shown as they are
        <img
          key={source}
          src={source}
          alt=""
          loading="lazy"
          decoding="async"
          onError={() => setBroken(broken + 1)}
          className={cn('rounded-md bg-white object-cover ring-1 ring-line', isLine ? 'size-9' : 'size-full')}
        />
      ) : (
        <FileIcon entry={entry} className={isLine ? 'size-6' : 'size-12'} />
      )}
    </span>
  );
}

/** Where a small picture may be had, the best first. */
function sourcesOf(entry: SharedEntry, contentPath: string): string[] {
  if (entry.kind !== 'file') return [];
  const sources: string[] = [];
  if (mayHaveThumbnail(entry)) sources.push(urlWithQuery(contentPath, { as: 'thumbnail' }));
  if (entry.size <= MAX_PICTURE_BYTES && chooseViewer(entry) === 'image') sources.push(contentPath);
  return sources;
}
