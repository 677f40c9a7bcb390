import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { MAX_TEXT_BYTES } from '@/contracts/media-types';
import { asText } from './as-text';
import type { FileContent } from './open-content';

function contentOf(name: string, mimeType: string, bytes = 'x'): FileContent {
  return {
    name,
    mimeType,
    sizeBytes: bytes.length,
    sha256: 'a'.repeat(64),
    modifiedAt: new Date(0),
    open: async (range) =>
      Readable.from([Buffer.from(range ? bytes.slice(range.start, range.end + 1) : bytes)]),
  };
}

test.each([
  ['page.html', 'text/html'],
  ['app.js', 'text/javascript'],
  ['data.json', 'application/json'],
  ['feed.xml', 'application/xml'],
  ['logo.svg', 'image/svg+xml'],
  ['model.rb', 'application/octet-stream'],
])('%s of type %s is sent as plain text, never as itself', (name, mimeType) => {
  expect(asText(contentOf(name, mimeType)).mimeType).toBe('text/plain');
});

test.each([
  ['photo.png', 'image/png'],
  ['archive.zip', 'application/zip'],
  ['report.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['program', 'application/octet-stream'],
])('%s of type %s is no text', (name, mimeType) => {
  expect(() => asText(contentOf(name, mimeType))).toThrow(expect.objectContaining({ code: 'invalid_input' }));
});

test('of a long text the first MiB is sent, and ranges are of that', async () => {
  const long = asText(contentOf('long.log', 'text/plain', `${'a'.repeat(MAX_TEXT_BYTES)}beyond`));
  expect(long.sizeBytes).toBe(MAX_TEXT_BYTES);
  expect(await text(await long.open())).toHaveLength(MAX_TEXT_BYTES);
  expect(await text(await long.open({ start: 0, end: 2 }))).toBe('aaa');
});

test('an empty text is sent whole', async () => {
  const empty = asText(contentOf('empty.txt', 'text/plain', ''));
  expect(await text(await empty.open())).toBe('');
});
