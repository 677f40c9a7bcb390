'use client';
import { useEffect, useState } from 'react';
import { callApiForBytes } from '@/components/call-api';
import { textPath, type ViewerProps } from '../preview-file';

/**
 * Where an `<img>` has a picture from; null while it is on its way. A drawing (SVG) is never sent
 * to be shown, since a browser would run what is in it when it is opened by itself; in a share having it counts as a
 * download. There its source is fetched as text, and becomes a `data:` address, which draws the same and runs nothing.
 */
export function useImageAddress({ file, source, onFail }: ViewerProps): string | null {
  const isWithheld = !source.isOwn && file.mimeType === 'image/svg+xml';
  const path = isWithheld ? textPath(source, file) : source.contentPath(file.id);
  const [drawing, setDrawing] = useState<string | null>(null);
  useEffect(() => {
    if (!isWithheld) return;
    const leaving = new AbortController();
    callApiForBytes(path, { signal: leaving.signal })
      .then((bytes) => setDrawing(svgAddress(new TextDecoder().decode(bytes))))
      .catch((error: unknown) => {
        if (!leaving.signal.aborted) onFail(error);
      });
    return () => leaving.abort();
  }, [isWithheld, path, onFail]);
  return isWithheld ? drawing : path;
}

function svgAddress(svg: string): string {
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
}
