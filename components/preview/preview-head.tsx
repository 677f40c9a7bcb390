'use client';
import { Dialog } from '@base-ui/react/dialog';
import { Download, ExternalLink, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { urlWithQuery } from '@/components/call-api';
import { ByteSize } from '@/components/entry/byte-size';
import { FileIcon } from '@/components/entry/file-icon';
import { useFileKind } from '@/components/entry/use-file-kind';
import { buttonClasses } from '@/components/ui/button-classes';
import { IconButton } from '@/components/ui/icon-button';
import { Tooltip } from '@/components/ui/tooltip';
import { isShownInTab } from './is-shown-in-tab';
import type { PreviewFile, PreviewSource } from './preview-file';

/** What the file is, and what can be done with it. */
export function PreviewHead({ file, source }: { file: PreviewFile; source: PreviewSource }) {
  const t = useTranslations('preview');
  const common = useTranslations('common');
  const kindOf = useFileKind();
  const contentPath = source.contentPath(file.id);
  const linkClasses = `${buttonClasses({ variant: 'quiet' })} size-9 px-0 pointer-coarse:size-11 [&_svg]:size-[18px]`;
  return (
    <header className="flex h-14 shrink-0 items-center gap-3 border-line border-b bg-surface pr-2 pl-4">
      <FileIcon entry={file} className="size-6" />
      <div className="min-w-0 sm:max-w-[calc(50%-120px)]">
        <Dialog.Title className="truncate font-medium text-sm leading-5" title={file.name}>
          {file.name}
        </Dialog.Title>
        <Dialog.Description className="truncate text-ink-soft text-xs">
          {kindOf(file)} · <ByteSize bytes={file.size} />
        </Dialog.Description>
      </div>
      <div className="ml-auto flex shrink-0 items-center gap-0.5">
        {isShownInTab(file.mimeType) && (
          <Tooltip
            text={t('openInTab')}
            trigger={
              <a
                href={contentPath}
                target="_blank"
                rel="noopener noreferrer"
                aria-label={t('openInTab')}
                className={linkClasses}
              >
                <ExternalLink aria-hidden />
              </a>
            }
          />
        )}
        {source.canDownload && (
          <Tooltip
            text={t('download')}
            trigger={
              <a
                href={urlWithQuery(contentPath, { download: 1 })}
                // With this attribute a refusal is a failed download, not a page of JSON in place of this one.
                download
                onClick={source.onDoubt}
                aria-label={t('download')}
                className={linkClasses}
              >
                <Download aria-hidden />
              </a>
            }
          />
        )}
        <Dialog.Close
          render={
            <IconButton label={common('close')} shortcut="Esc">
              <X />
            </IconButton>
          }
        />
      </div>
    </header>
  );
}
