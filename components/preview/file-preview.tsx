'use client';
import { Dialog } from '@base-ui/react/dialog';
import { useEffect, useRef } from 'react';
import type { PreviewFile, PreviewSource } from './preview-file';
import { PreviewHead } from './preview-head';
import { PreviewStage } from './preview-stage';
import { PreviewSteps } from './preview-steps';

interface FilePreviewProps {
  file: PreviewFile;
  /** The list one can go through; `file` may be missing in it. */
  files: PreviewFile[];
  source: PreviewSource;
  onShow(fileId: string): void;
  onClose(): void;
  /** Asked near the end of `files`, where there may be more of them. */
  onNearEnd?(): void;
  /** Where focus returns; the element that had it without it. */
  finalFocus?(): HTMLElement | null;
}

const NEAR = 3;

/**
 * A file shown over the whole window, with its neighbours one arrow key away. Nothing of a file runs here: pictures,
 * video and sound are the browser's own, everything else is read as data and drawn. Mount it to open it.
 */
export function FilePreview(props: FilePreviewProps) {
  const { file, files, source, onShow, onClose, onNearEnd } = props;
  const stage = useRef<HTMLElement>(null);
  const at = files.findIndex(({ id }) => id === file.id);
  const isNearEnd = at >= 0 && at >= files.length - NEAR;
  useEffect(() => {
    if (isNearEnd) onNearEnd?.();
  }, [isNearEnd, onNearEnd]);
  const previous = at > 0 ? files[at - 1] : undefined;
  const next = at >= 0 ? files[at + 1] : undefined;
  const goTo = (neighbour: PreviewFile | undefined) => neighbour && onShow(neighbour.id);

  useArrowKeys(previous, next, onShow);

  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-50 bg-scrim" />
        <Dialog.Popup
          initialFocus={stage}
          finalFocus={props.finalFocus}
          className="fixed inset-0 z-50 flex flex-col bg-canvas text-ink outline-none"
        >
          <PreviewHead file={file} source={source} />
          {files.length > 1 && at >= 0 && (
            <PreviewSteps
              position={at + 1}
              count={files.length}
              onPrevious={previous && (() => goTo(previous))}
              onNext={next && (() => goTo(next))}
            />
          )}
          <PreviewStage key={file.id} ref={stage} file={file} source={source} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** Heard wherever the focus is: while the address changes the router may take it out of the dialog for a moment. */
function useArrowKeys(
  previous: PreviewFile | undefined,
  next: PreviewFile | undefined,
  onShow: (fileId: string) => void,
): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      const neighbour = { ArrowLeft: previous, ArrowRight: next }[event.key];
      if (!neighbour || usesArrows(event)) return;
      event.preventDefault();
      onShow(neighbour.id);
    }
    // On the way down: the dialog keeps arrow keys from whoever listens above it.
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [previous, next, onShow]);
}

/** Players seek by arrow keys, and combinations belong to the browser. */
function usesArrows(event: KeyboardEvent): boolean {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return true;
  return event.target instanceof Element && event.target.closest('video, audio') !== null;
}
