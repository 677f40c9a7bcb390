'use client';
import { useLocale } from 'next-intl';
import { formatBytes } from './format-bytes';

/** A file size in the reader's language. */
export function ByteSize({ bytes }: { bytes: number }) {
  const locale = useLocale();
  return <span className="tabular-nums">{formatBytes(bytes, locale)}</span>;
}
