'use client';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useRef, useState } from 'react';
import { useElementWidth } from '@/components/ui/use-element-width';
import type { ViewerProps } from '../../preview-file';
import { loadPdfJs, openPdf, type PdfJs } from './open-pdf';
import { PdfPage } from './pdf-page';

const WIDEST_PAGE_PX = 900;
/** A4, until the first page says its own. */
const USUAL_RATIO = 210 / 297;

interface OpenedPdf {
  pdfjs: PdfJs;
  pdf: PDFDocumentProxy;
  /** Width by height of the first page, which the others are taken to have until they are read. */
  ratio: number;
}

/** A PDF, drawn page by page as they come into sight. The only export by default: it is loaded when it is needed. */
export default function PdfViewer({ file, source, onReady, onFail }: ViewerProps) {
  const frame = useRef<HTMLDivElement>(null);
  const width = Math.min(useElementWidth(frame), WIDEST_PAGE_PX);
  const [opened, setOpened] = useState<OpenedPdf | null>(null);
  const url = source.contentPath(file.id);

  useEffect(() => {
    let hasLeft = false;
    let close = () => {};
    async function open(): Promise<void> {
      const pdfjs = await loadPdfJs();
      if (hasLeft) return;
      const task = openPdf(pdfjs, url);
      close = () => void task.destroy();
      const pdf = await task.promise;
      const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 1 });
      if (hasLeft) return;
      setOpened({ pdfjs, pdf, ratio: width / height || USUAL_RATIO });
      onReady();
    }
    open().catch((error: unknown) => {
      if (!hasLeft) onFail(error);
    });
    return () => {
      hasLeft = true;
      close();
    };
  }, [url, onReady, onFail]);

  return (
    <div className="px-2 py-3 sm:px-6 sm:py-6">
      <div ref={frame} className="flex flex-col items-center gap-3 sm:gap-4">
        {opened &&
          width > 0 &&
          Array.from({ length: opened.pdf.numPages }, (_, index) => (
            <PdfPage key={pageKey(index)} {...opened} number={index + 1} width={width} />
          ))}
      </div>
    </div>
  );
}

/** Pages have no name but their place, and never change it. */
function pageKey(index: number): string {
  return `page-${index + 1}`;
}
