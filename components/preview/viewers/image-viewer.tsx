'use client';
import { Maximize, Minimize } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { cn } from '@/components/class-names';
import { IconButton } from '@/components/ui/icon-button';
import { useElementWidth } from '@/components/ui/use-element-width';
import type { ViewerProps } from '../preview-file';
import { useImageAddress } from './use-image-address';

/** A picture that fits the window, or in its own size; never larger, which would only blur it. */
export function ImageViewer(props: ViewerProps) {
  const { file, onReady, onFail } = props;
  const t = useTranslations('preview');
  const frame = useRef<HTMLDivElement>(null);
  const image = useRef<HTMLImageElement>(null);
  const [isActualSize, setActualSize] = useState(false);
  const [naturalWidth, setNaturalWidth] = useState(0);
  const address = useImageAddress(props);
  // Measured anew whenever the window changes.
  useElementWidth(frame);
  const isDrawing = file.mimeType === 'image/svg+xml';
  const isShrunk = naturalWidth > (image.current?.clientWidth ?? naturalWidth);
  const canZoom = !isDrawing && (isActualSize || isShrunk);

  return (
    <div
      ref={frame}
      className={cn(
        'flex items-center justify-center',
        isActualSize ? 'min-h-full min-w-full w-max' : 'size-full p-2 sm:p-6',
      )}
    >
      {address !== null && (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the button in the corner does the same
        // biome-ignore lint/performance/noImgElement: these bytes are private, and shown as they are
        <img
          ref={image}
          src={address}
          alt={file.name}
          onLoad={(event) => {
            setNaturalWidth(event.currentTarget.naturalWidth);
            onReady();
          }}
          onError={() => onFail(undefined)}
          onClick={() => canZoom && setActualSize(!isActualSize)}
          className={cn(
            'image-ground',
            isActualSize ? 'max-w-none cursor-zoom-out' : 'max-h-full max-w-full object-contain',
            isDrawing && 'size-full',
            canZoom && !isActualSize && 'cursor-zoom-in',
          )}
        />
      )}
      {canZoom && (
        <div className="fixed right-4 bottom-4 rounded-control border border-line bg-raised shadow-mid max-sm:bottom-[calc(64px+env(safe-area-inset-bottom))]">
          <IconButton
            label={t(isActualSize ? 'fit' : 'actualSize')}
            onClick={() => setActualSize(!isActualSize)}
          >
            {isActualSize ? <Minimize /> : <Maximize />}
          </IconButton>
        </div>
      )}
    </div>
  );
}
