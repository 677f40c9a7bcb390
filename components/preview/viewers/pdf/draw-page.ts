import type { PDFDocumentProxy, RenderTask, TextLayer } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PdfJs } from './open-pdf';

interface Drawing {
  pdfjs: PdfJs;
  pdf: PDFDocumentProxy;
  number: number;
  /** In CSS pixels. */
  width: number;
  canvas: HTMLCanvasElement;
  /** Takes the letters of the page, to be selected and read aloud. */
  letters: HTMLElement;
  /** Told the width by height of the page. */
  onRatio(ratio: number): void;
}

/** Three device pixels for each of CSS are as sharp as eyes can see; phones have little memory for more. */
const MAX_DENSITY = 3;

/** Draws a page of a PDF. The function it answers stops that, and must be called before the next drawing. */
export function drawPage(drawing: Drawing): () => void {
  const { pdfjs, pdf, number, width, canvas, letters, onRatio } = drawing;
  let hasStopped = false;
  let picture: RenderTask | undefined;
  let text: TextLayer | undefined;

  async function draw(): Promise<void> {
    const page = await pdf.getPage(number);
    if (hasStopped) return;
    const size = page.getViewport({ scale: 1 });
    onRatio(size.width / size.height);
    const scale = width / size.width;
    const density = Math.min(window.devicePixelRatio || 1, MAX_DENSITY);
    const viewport = page.getViewport({ scale: scale * density });
    canvas.width = Math.floor(viewport.width);
    canvas.height = Math.floor(viewport.height);
    picture = page.render({ canvas, viewport });
    await picture.promise;
    if (hasStopped) return;
    letters.replaceChildren();
    letters.style.setProperty('--total-scale-factor', String(scale));
    text = new pdfjs.TextLayer({
      textContentSource: page.streamTextContent(),
      container: letters,
      viewport: page.getViewport({ scale }),
    });
    await text.render();
  }

  draw().catch((error: unknown) => {
    // A page that cannot be drawn stays white; the others are not its fault.
    if (!hasStopped) console.warn(`Page ${number} could not be drawn.`, error);
  });
  return () => {
    hasStopped = true;
    picture?.cancel();
    text?.cancel();
  };
}
