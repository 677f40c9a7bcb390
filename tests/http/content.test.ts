import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import type { HighlightSegment, SearchHit } from '@/contracts/search';
import { writeZip } from '@/server/archive/write-zip';
import { MODES, type RunningNetdisk } from '../start-netdisk';
import { waitUntil } from '../wait-until';
import { type ApiClient, registerClient } from './api-client';
import { provideNetdisk } from './provide-netdisk';

function docx(text: string): Promise<Buffer> {
  const content = Buffer.from(`<w:document><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:document>`);
  return buffer(
    writeZip([
      {
        path: 'word/document.xml',
        modifiedAt: new Date(0),
        sizeBytes: content.length,
        open: async () => Readable.from([content]),
      },
    ]),
  );
}

function marked(segments: HighlightSegment[] = []): string {
  return segments.map(({ text, match }) => (match ? `[${text}]` : text)).join('');
}

describe.each(MODES)('%s mode', (mode) => {
  let netdisk: RunningNetdisk;
  let ada: ApiClient;

  provideNetdisk({ mode }, (started, first) => {
    netdisk = started;
    ada = first;
  });

  function whenFound(query: string): Promise<SearchHit> {
    return waitUntil(`"${query}" is found`, async () => (await ada.search(query)).items[0], { seconds: 30 });
  }

  test('a document is found by its text, with the place shown, and by nobody else', async () => {
    const file = await ada.upload(
      'minutes.docx',
      new Uint8Array(await docx('Wir trafen uns: 季度预算已经批准')),
    );
    const hit = await whenFound('季度预算');
    expect(hit).toMatchObject({ id: file.id, name: 'minutes.docx', matchedBy: ['content'] });
    expect(hit.highlight.content?.map(marked)).toEqual(['Wir trafen uns: [季度预算]已经批准']);
    expect(marked(hit.highlight.name)).toBe('minutes.docx');
    const bob = await registerClient(netdisk.url);
    expect((await bob.search('季度预算')).total).toBe(0);
  });

  test('a broken file costs itself alone, and the next one is read', async () => {
    await ada.upload('broken.pdf', '%PDF-1.7 nothing of it');
    await ada.upload('no-archive.docx', 'PK but no archive');
    await ada.upload('after.txt', 'the zebra comes after the broken ones');
    expect(await whenFound('zebra')).toMatchObject({ name: 'after.txt' });
  });

  test('a renamed file is found by its text at once, and a removed one no more', async () => {
    const file = await ada.upload('first name.txt', 'only this one tells of flamingos');
    await whenFound('flamingos');
    await ada.change(file.id, { name: 'second name.txt' });
    expect(await ada.foundNames('flamingos')).toEqual(['second name.txt']);
    expect(await ada.foundNames('second flamingos')).toEqual(['second name.txt']);
    await ada.remove(file.id);
    expect(await ada.foundNames('flamingos')).toEqual([]);
  });

  test('new bytes are found by their own text, and by the old no more', async () => {
    await ada.upload('version.txt', 'walrus in the first version');
    await whenFound('walrus');
    await ada.upload('version.txt', 'narwhal in the second version', { onConflict: 'replace' });
    await whenFound('narwhal');
    expect(await ada.foundNames('walrus')).toEqual([]);
  });
});
