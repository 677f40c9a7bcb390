// A process of its own for one picture (run-limited.ts): `thumbnail-process.ts FILE PARENT` writes the thumbnail to
// stdout, or says on stderr why there is none and ends with 1.
import sharp from 'sharp';
import { guardProcess } from '../process/guard-process';

/** The longer side of a thumbnail, in pixels: two for each of a tile's, which screens of today have. */
const LONGER_SIDE = 384;
const QUALITY = 72;
/** Some formats are decoded whole, at four bytes a pixel. The best phones of today take pictures of 200 megapixels. */
const MAX_PIXELS = 210_000_000;
const MAX_MEMORY_MIB = 1_200;

/** The decoders of contracts/thumbnails.ts and no others: some of the rest run programs or fetch what a file names. */
const LOADERS = ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Heif', 'Tiff'];

const [file = '', parent = '0'] = process.argv.slice(2);
guardProcess(Number(parent), MAX_MEMORY_MIB);
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: LOADERS.map((format) => `VipsForeignLoad${format}`) });
sharp.concurrency(1);
try {
  // Turned as the camera says; where and with what it was taken is left out, as sharp does unless told otherwise.
  const thumbnail = await sharp(file, { limitInputPixels: MAX_PIXELS, sequentialRead: true })
    .autoOrient()
    .resize({ width: LONGER_SIDE, height: LONGER_SIDE, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: QUALITY })
    .toBuffer();
  process.stdout.write(thumbnail);
} catch (error) {
  process.stderr.write(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
