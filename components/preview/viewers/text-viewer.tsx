'use client';
import { useTranslations } from 'next-intl';
import type { ViewerProps } from '../preview-file';
import { TextSheet } from './text-sheet';
import { useText } from './use-text';

/** Text and source code as letters, in lines that wrap. */
export function TextViewer(props: ViewerProps) {
  const t = useTranslations('preview');
  const text = useText(props);
  if (text === null) return null;
  return (
    <TextSheet file={props.file}>
      {text === '' ? (
        <p className="text-ink-soft">{t('empty')}</p>
      ) : (
        <pre className="whitespace-pre-wrap font-mono text-[13px] leading-5 [overflow-wrap:anywhere] [tab-size:4]">
          {text}
        </pre>
      )}
    </TextSheet>
  );
}
