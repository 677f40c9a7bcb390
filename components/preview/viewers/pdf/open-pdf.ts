import type { PDFDocumentLoadingTask } from 'pdfjs-dist/legacy/build/pdf.mjs';

export type PdfJs = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

/** Loads pdf.js, for older phones as well, with its worker from our own origin. */
export async function loadPdfJs(): Promise<PdfJs> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const worker = new URL('pdfjs-dist/legacy/build/pdf.worker.min.mjs', import.meta.url);
  pdfjs.GlobalWorkerOptions.workerSrc = worker.toString();
  return pdfjs;
}

/**
 * Begins to read a PDF: by ranges, only those that the pages looked at need. Nothing in it is run, no form and no
 * script. The caller destroys the task when it leaves.
 */
export function openPdf(pdfjs: PdfJs, url: string): PDFDocumentLoadingTask {
  return pdfjs.getDocument({
    url,
    disableAutoFetch: true,
    disableStream: true,
    rangeChunkSize: 262_144,
    isEvalSupported: false,
    enableXfa: false,
    // app/pdf-parts: what pdf.js needs for Chinese and unembedded fonts, and for rare kinds of pictures.
    cMapUrl: '/pdf-parts/cmaps/',
    cMapPacked: true,
    standardFontDataUrl: '/pdf-parts/standard_fonts/',
    wasmUrl: '/pdf-parts/wasm/',
    iccUrl: '/pdf-parts/iccs/',
  });
}
