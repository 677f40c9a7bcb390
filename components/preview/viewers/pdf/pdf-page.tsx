'use client';
import { useTranslations } from 'next-intl';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { drawPage } from './draw-page';
import type { PdfJs } from './open-pdf';

interface PdfPageProps {
  pdfjs: PdfJs;
  pdf: PDFDocumentProxy;
  /** Counted from 1. */
  number: number;
  /** In CSS pixels. */
  width: number;
  /** Width by height, as far as is known. */
  ratio: number;
}

/** One page: a white sheet of the right size, drawn while it is in sight or near it. */
export function PdfPage({ pdfjs, pdf, number, width, ratio: expected }: PdfPageProps) {
  const t = useTranslations('preview');
  const sheet = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const letters = useRef<HTMLDivElement>(null);
  const [ratio, setRatio] = useState(expected);
  const isNear = useIsNear(sheet);

  useEffect(() => {
    if (!isNear || !canvas.current || !letters.current) return;
    return drawPage({
      pdfjs,
      pdf,
      number,
      width,
      canvas: canvas.current,
      letters: letters.current,
      onRatio: setRatio,
    });
  }, [isNear, pdfjs, pdf, number, width]);

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would make it part of a form
    <div
      ref={sheet}
      role="group"
      aria-label={t('page', { page: number, count: pdf.numPages })}
      className="relative shrink-0 bg-white shadow-low ring-1 ring-black/10"
      style={{ width, height: width / ratio }}
    >
      {isNear && (
        <>
          <canvas ref={canvas} aria-hidden className="absolute inset-0 size-full" />
          <div ref={letters} className="pdf-letters" />
        </>
      )}
    </div>
  );
}

/** Whether an element is in sight, or about a window's height from it. */
function useIsNear(element: RefObject<HTMLElement | null>): boolean {
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    if (!element.current) return;
    const observer = new IntersectionObserver(
      ([entry]) => setNear(entry?.isIntersecting ?? false),
      // Of the part that scrolls, hence not of the window.
      { root: element.current.closest('section'), rootMargin: '100% 0px' },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return isNear;
}
