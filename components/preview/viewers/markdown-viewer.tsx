'use client';
import { useTranslations } from 'next-intl';
import type { ViewerProps } from '../preview-file';
import { MarkdownText } from './markdown-text';
import { TextSheet } from './text-sheet';
import { useText } from './use-text';

/** Markdown as it is meant. The only export by default: it is loaded when it is needed. */
export default function MarkdownViewer(props: ViewerProps) {
  const t = useTranslations('preview');
  const text = useText(props);
  if (text === null) return null;
  return (
    <TextSheet file={props.file}>
      {text === '' ? (
        <p className="text-ink-soft">{t('empty')}</p>
      ) : (
        <div className="markdown-text">
          <MarkdownText
            text={text}
            describeImage={(alternative) => t('remoteImage', { text: alternative })}
          />
        </div>
      )}
    </TextSheet>
  );
}
