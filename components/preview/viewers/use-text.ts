'use client';
import { useEffect, useState } from 'react';
import { callApiForBytes } from '@/components/call-api';
import { decodeText } from '@/contracts/decode-text';
import { MAX_TEXT_BYTES } from '@/contracts/media-types';
import { textPath, type ViewerProps } from '../preview-file';

/** The letters of a file, its first MiB at most; null while they are on their way. */
export function useText({ file, source, onReady, onFail }: ViewerProps): string | null {
  const [text, setText] = useState<string | null>(null);
  const path = textPath(source, file);
  const isCut = isCutAsText(file);
  useEffect(() => {
    const leaving = new AbortController();
    callApiForBytes(path, { signal: leaving.signal })
      .then((bytes) => {
        setText(decodeText(bytes, { isCut }));
        onReady();
      })
      .catch((error: unknown) => {
        if (!leaving.signal.aborted) onFail(error);
      });
    return () => leaving.abort();
  }, [path, isCut, onReady, onFail]);
  return text;
}

/** Whether a file is longer than what is shown of it. */
export function isCutAsText({ size }: { size: number }): boolean {
  return size > MAX_TEXT_BYTES;
}
