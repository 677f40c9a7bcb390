'use client';
import { FileX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ComponentType, lazy, type Ref, Suspense, useCallback, useState } from 'react';
import { ApiError } from '@/components/call-api';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Skeleton } from '@/components/ui/skeleton';
import { useErrorText } from '@/components/use-error-text';
import { chooseViewer, type ViewerKind } from './choose-viewer';
import type { PreviewFile, PreviewSource, ViewerProps } from './preview-file';
import { AudioViewer } from './viewers/audio-viewer';
import { ImageViewer } from './viewers/image-viewer';
import { NoViewer } from './viewers/no-viewer';
import { TextViewer } from './viewers/text-viewer';
import { VideoViewer } from './viewers/video-viewer';

/** The large ones are loaded when the first such file is opened. */
const VIEWERS: Record<ViewerKind, ComponentType<ViewerProps>> = {
  image: ImageViewer,
  video: VideoViewer,
  audio: AudioViewer,
  pdf: lazy(() => import('./viewers/pdf/pdf-viewer')),
  markdown: lazy(() => import('./viewers/markdown-viewer')),
  text: TextViewer,
  none: NoViewer,
};

type Progress = { is: 'loading' } | { is: 'ready' } | { is: 'failed'; error: unknown };

interface PreviewStageProps {
  file: PreviewFile;
  source: PreviewSource;
  ref: Ref<HTMLElement>;
}

/** The file itself, or what stands in its place while it comes and when it does not. */
export function PreviewStage({ file, source, ref }: PreviewStageProps) {
  const t = useTranslations('preview');
  const [attempt, setAttempt] = useState(0);
  const [progress, setProgress] = useState<Progress>({ is: 'loading' });
  const { onDoubt } = source;
  const onReady = useCallback(() => setProgress({ is: 'ready' }), []);
  const onFail = useCallback(
    (error: unknown) => {
      setProgress({ is: 'failed', error });
      onDoubt?.();
    },
    [onDoubt],
  );
  const Viewer = VIEWERS[chooseViewer(file)];

  function retry(): void {
    setAttempt((count) => count + 1);
    setProgress({ is: 'loading' });
  }

  return (
    <section
      ref={ref}
      aria-label={t('content')}
      aria-busy={progress.is === 'loading'}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what is longer than the window is scrolled by keys
      tabIndex={0}
      className="relative min-h-0 flex-1 overflow-auto overscroll-contain bg-sunken -outline-offset-2"
    >
      <p role="status" className="sr-only">
        {progress.is === 'loading' && t('loading', { name: file.name })}
        {progress.is === 'ready' && t('ready', { name: file.name })}
      </p>
      {progress.is === 'failed' ? (
        <FailedPreview error={progress.error} onRetry={retry} />
      ) : (
        <Suspense>
          <Viewer key={attempt} file={file} source={source} onReady={onReady} onFail={onFail} />
        </Suspense>
      )}
      {progress.is === 'loading' && (
        <Skeleton className="pointer-events-none absolute inset-4 mx-auto max-w-3xl sm:inset-10" />
      )}
    </section>
  );
}

function FailedPreview({ error, onRetry }: { error: unknown; onRetry(): void }) {
  const t = useTranslations('preview');
  const common = useTranslations('common');
  const errorText = useErrorText();
  return (
    <div role="alert" className="flex min-h-full items-center justify-center">
      <EmptyState
        tone="error"
        icon={FileX}
        title={t('failed')}
        text={isLocked(error) ? t('locked') : error instanceof ApiError ? errorText(error) : t('failedText')}
        actions={<Button onClick={onRetry}>{common('retry')}</Button>}
      />
    </div>
  );
}

/** What pdf.js throws for a PDF with a password. */
function isLocked(error: unknown): boolean {
  return error instanceof Error && error.name === 'PasswordException';
}
