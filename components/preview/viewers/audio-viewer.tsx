'use client';
import { FileIcon } from '@/components/entry/file-icon';
import type { ViewerProps } from '../preview-file';

/** Sound in the browser's own player. */
export function AudioViewer({ file, source, onReady, onFail }: ViewerProps) {
  return (
    <div className="flex min-h-full flex-col items-center justify-center gap-8 p-6">
      <FileIcon entry={file} className="size-20" />
      {/* biome-ignore lint/a11y/useMediaCaption: what people keep has no captions beside it */}
      <audio
        controls
        preload="metadata"
        src={source.contentPath(file.id)}
        aria-label={file.name}
        onLoadedMetadata={onReady}
        onError={(event) => onFail(event.currentTarget.error)}
        className="w-full max-w-xl"
      />
    </div>
  );
}
