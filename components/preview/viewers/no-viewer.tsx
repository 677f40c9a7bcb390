'use client';
import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { urlWithQuery } from '@/components/call-api';
import { ByteSize } from '@/components/entry/byte-size';
import { FileIcon } from '@/components/entry/file-icon';
import { buttonClasses } from '@/components/ui/button-classes';
import type { ViewerProps } from '../preview-file';

/** Says what the file is, where there is no way to show it. */
export function NoViewer({ file, source, onReady }: ViewerProps) {
  const t = useTranslations('preview');
  useEffect(onReady, [onReady]);
  return (
    <div className="flex min-h-full flex-col items-center justify-center px-6 py-16 text-center">
      <FileIcon entry={file} className="size-16" />
      <p className="mt-4 max-w-full break-words font-semibold text-base">{file.name}</p>
      <p className="mt-1 text-ink-soft">
        <ByteSize bytes={file.size} />
      </p>
      <p className="mt-4 text-ink-soft">{t(source.canDownload ? 'none' : 'noneViewOnly')}</p>
      {source.canDownload && (
        <a
          href={urlWithQuery(source.contentPath(file.id), { download: 1 })}
          download
          onClick={source.onDoubt}
          className={`${buttonClasses({ variant: 'primary' })} mt-5`}
        >
          <Download aria-hidden />
          {t('download')}
        </a>
      )}
    </div>
  );
}
