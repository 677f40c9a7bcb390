import { encode } from 'uqr';

/** Modules of white around a code: scanners need four to find it. */
const QUIET_MODULES = 4;
const PIXELS_PER_MODULE = 12;

/** A QR code as a path of squares, one unit each, on a square of `size` units. */
export interface QrCode {
  size: number;
  path: string;
}

/** The QR code of a text. A quarter of its squares may be covered or dirty. */
export function qrCodeOf(text: string): QrCode {
  const { size, data } = encode(text, { ecc: 'Q', border: QUIET_MODULES });
  const squares = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return { size, path: squares.join('') };
}

/** The code as an SVG file: black on white, whatever it is laid on. */
export function qrSvg({ size, path }: QrCode): Blob {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>`;
  return new Blob([svg], { type: 'image/svg+xml' });
}

/** The code as a PNG file; null where the browser cannot paint one. */
export function qrPng({ size, path }: QrCode): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  canvas.width = size * PIXELS_PER_MODULE;
  canvas.height = canvas.width;
  const context = canvas.getContext('2d');
  if (!context) return Promise.resolve(null);
  context.scale(PIXELS_PER_MODULE, PIXELS_PER_MODULE);
  context.fillStyle = '#fff';
  context.fillRect(0, 0, size, size);
  context.fillStyle = '#000';
  context.fill(new Path2D(path));
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}
