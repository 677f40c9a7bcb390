'use client';
import type { ViewerProps } from '../preview-file';

/** A film in the browser's own player. */
export function VideoViewer({ file, source, onReady, onFail }: ViewerProps) {
  return (
    <div className="flex size-full items-center justify-center sm:p-6">
      {/* biome-ignore lint/a11y/useMediaCaption: what people keep has no captions beside it */}
      <video
        controls
        playsInline
        preload="metadata"
        src={source.contentPath(file.id)}
        aria-label={file.name}
        onLoadedMetadata={onReady}
        onError={(event) => onFail(event.currentTarget.error)}
        className="max-h-full max-w-full rounded-control bg-black"
      />
    </div>
  );
}
