'use client';
import type { ComponentProps, MouseEvent } from 'react';
import { openPreview, usePreviewHref } from './preview-address';

interface PreviewLinkProps extends Omit<ComponentProps<'a'>, 'href'> {
  fileId: string;
}

/** A link that opens the preview of a file over this page; with Ctrl or the middle button in a tab of its own. */
export function PreviewLink({ fileId, onClick, ...rest }: PreviewLinkProps) {
  function open(event: MouseEvent<HTMLAnchorElement>): void {
    onClick?.(event);
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    openPreview(fileId);
  }
  return <a {...rest} href={usePreviewHref(fileId)} onClick={open} />;
}
