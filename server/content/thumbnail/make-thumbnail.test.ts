import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { png } from '@/e2e/sample-files';
import { openContent } from '@/server/drive/open-content';
import { representContent } from '@/server/drive/represent-content';
import { buildPerson, openTestDrive, type Person, type TestDrive, takeEvents } from '@/tests/test-drive';
import { makeThumbnail } from './make-thumbnail';

let drive: TestDrive;
let ada: Person;

beforeAll(async () => {
  drive = await openTestDrive();
});
afterAll(() => drive.drop());
beforeEach(async () => {
  await drive.db.outboxEvent.deleteMany();
  ada = await buildPerson(drive);
});

async function takeRequests() {
  return (await takeEvents(drive)).filter((event) => event.type === 'content.thumbnail-requested');
}

const recordOf = (content: Buffer) =>
  drive.db.blobThumbnail.findUniqueOrThrow({
    where: { sha256: createHash('sha256').update(content).digest('hex') },
  });

/** Uploads a picture, has its thumbnail made, and gives it as the file's owner gets it. */
async function thumbnailOf(name: string, content: Buffer): Promise<Buffer> {
  const { id } = await ada.upload(name, content);
  for (const request of await takeRequests()) await makeThumbnail(drive, request);
  const file = await openContent(drive, ada.actor, id);
  const shown = await representContent(drive.db, file, { asDownload: false, as: 'thumbnail' });
  expect(shown).toMatchObject({ mimeType: 'image/webp', sha256: `${file.sha256}-thumbnail` });
  const bytes = await buffer(await shown.open());
  expect(bytes.byteLength).toBe(shown.sizeBytes);
  return bytes;
}

const picture = (width: number, height: number, background = '#c03020') =>
  sharp({ create: { width, height, channels: 3, background } });

test('a thumbnail is asked for once per blob, and for pictures only', async () => {
  const content = await picture(8, 8).png().toBuffer();
  await ada.upload('first.png', content);
  await ada.upload('second.PNG', content);
  await ada.upload('notes.txt', 'no picture');
  await ada.upload('drawing.svg', '<svg/>');
  await ada.upload('empty.png', '');
  expect(await takeRequests()).toHaveLength(1);
});

test('a large picture becomes a small one of the same shape', async () => {
  const thumbnail = await thumbnailOf('wide.jpg', await picture(3000, 1500).jpeg().toBuffer());
  expect(await sharp(thumbnail).metadata()).toMatchObject({ format: 'webp', width: 384, height: 192 });
});

test('a small picture is not made larger', async () => {
  const thumbnail = await thumbnailOf('dot.gif', await picture(20, 10).gif().toBuffer());
  expect(await sharp(thumbnail).metadata()).toMatchObject({ width: 20, height: 10 });
});

test('a picture stands upright as its camera says, and tells nothing of where it was taken', async () => {
  const taken = await picture(400, 200)
    .withExif({ IFD3: { GPSLatitude: '1/1 2/1 3/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  expect((await sharp(taken).metadata()).exif).toBeDefined();
  const metadata = await sharp(await thumbnailOf('holiday.jpg', taken)).metadata();
  expect(metadata).toMatchObject({ width: 192, height: 384 });
  expect(metadata).not.toHaveProperty('exif');
  expect(metadata).not.toHaveProperty('xmp');
});

test('what is transparent stays so', async () => {
  const clear = sharp({
    create: { width: 10, height: 10, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
  });
  const { data } = await sharp(await thumbnailOf('clear.png', await clear.png().toBuffer()))
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect(data[3]).toBe(0);
});

test.each([
  ['avif', () => picture(500, 500).avif().toBuffer()],
  ['tiff', () => picture(500, 500).tiff().toBuffer()],
  ['jpeg', () => picture(500, 500).toColourspace('cmyk').jpeg().toBuffer()],
  ['png', () => picture(500, 500).toColourspace('rgb16').png().toBuffer()],
])('a picture as %s has one, whatever its colours', async (extension, build) => {
  const thumbnail = await thumbnailOf(`picture.${extension}`, await build());
  expect(await sharp(thumbnail).metadata()).toMatchObject({ width: 384, space: 'srgb', depth: 'uchar' });
});

test.each([
  ['what is no picture', async () => Buffer.from('not a picture')],
  ['a picture that was cut', async () => (await picture(900, 900).png().toBuffer()).subarray(0, 200)],
  [
    'SVG under a false name',
    async () =>
      Buffer.from(
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>',
      ),
  ],
  ['a picture that claims 50,000 pixels square', async () => png(4, 4, { width: 50_000, height: 50_000 })],
])('%s is noted as failed and has none', async (_, build) => {
  const content = await build();
  await expect(thumbnailOf('broken.png', content)).rejects.toMatchObject({ code: 'not_found' });
  expect(await recordOf(content)).toMatchObject({ status: 'failed', bytes: null });
});

test('a thumbnail goes with its blob', async () => {
  const content = await picture(30, 30).png().toBuffer();
  await thumbnailOf('gone.png', content);
  const { sha256 } = await recordOf(content);
  await drive.db.entry.updateMany({ where: { sha256 }, data: { sha256: null } });
  await drive.db.blob.delete({ where: { sha256 } });
  await expect(recordOf(content)).rejects.toThrow();
});
