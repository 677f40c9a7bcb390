import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { writeZip } from '@/server/archive/write-zip';
import { extractText } from './extract-text';
import { EXTRACTION_LIMITS, type ExtractionLimits } from './extraction-limits';

/** Where files are copied to: other tests copy theirs elsewhere. */
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'netdisk-extract-test-'));
  vi.stubEnv('TMPDIR', folder);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

function extract(extension: string, content: string | Buffer, limits: Partial<ExtractionLimits> = {}) {
  const open = async () => Readable.from([Buffer.from(content)]);
  return extractText({ open, extension }, { ...EXTRACTION_LIMITS, ...limits });
}

function zip(parts: Record<string, string | Buffer>): Promise<Buffer> {
  return buffer(
    writeZip(
      Object.entries(parts).map(([path, content]) => ({
        path,
        modifiedAt: new Date(0),
        sizeBytes: Buffer.byteLength(content),
        open: async () => Readable.from([Buffer.from(content)]),
      })),
    ),
  );
}

/** Asks for a password that nobody has. */
const ENCRYPTED = `/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<${'11'.repeat(32)}>/U<${'22'.repeat(32)}>>>
/ID[<${'33'.repeat(16)}><${'33'.repeat(16)}>]`;

/** The smallest PDF that shows a line. */
function pdf(line: string, trailer = ''): string {
  const stream = `BT /F1 24 Tf 72 700 Td (${line}) Tj ET`;
  return `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj
4 0 obj<</Length ${stream.length}>>stream
${stream}
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R${trailer}>>`;
}

const done = (text: string) => ({ status: 'done', text });

test('plain text is read in UTF-8, in UTF-16 with its mark, and in GB18030', async () => {
  expect(await extract('txt', 'Annual  report\r\n\r\n年度报告\u0000'.replace('\u0000', ''))).toEqual(
    done('Annual report\n年度报告'),
  );
  expect(await extract('csv', Buffer.from('\ufeff名称,Name', 'utf16le'))).toEqual(done('名称,Name'));
  expect(await extract('md', Buffer.from([0xb1, 0xa8, 0xb8, 0xe6]))).toEqual(done('报告'));
});

test('bytes that are no text, and nothing but blanks, are empty', async () => {
  expect(await extract('txt', Buffer.from([1, 0, 2]))).toEqual({ status: 'empty' });
  expect(await extract('json', ' \n\t ')).toEqual({ status: 'empty' });
});

test('of HTML what is seen is read, and no script or style', async () => {
  const page =
    '<title>预算</title><style>p{}</style><script>alert(1)</script><p>Bud<b>get</b> &amp; plan</p>';
  expect(await extract('html', page)).toEqual(done('预算\nBudget & plan'));
});

test('a PDF gives its text', async () => {
  expect(await extract('pdf', pdf('Quarterly figures'))).toEqual(done('Quarterly figures'));
});

test.each([
  [
    'docx',
    'word/document.xml',
    '<w:document><w:p><w:r><w:t>年度</w:t><w:t>报告</w:t></w:r></w:p><w:p><w:t>second</w:t></w:p></w:document>',
    '年度报告\nsecond',
  ],
  ['pptx', 'ppt/slides/slide1.xml', '<p:sld><a:p><a:r><a:t>Road map</a:t></a:r></a:p></p:sld>', 'Road map'],
  ['odt', 'content.xml', '<office><text:h>标题</text:h><text:p>body</text:p></office>', '标题\nbody'],
  [
    'ods',
    'content.xml',
    '<t><table:table-row><table:table-cell><text:p>42 euro</text:p></table:table-cell></table:table-row></t>',
    '42 euro',
  ],
  ['odp', 'content.xml', '<p><text:p>slide</text:p></p>', 'slide'],
  ['epub', 'OEBPS/chapter1.xhtml', '<html><body><p>Chapter one</p></body></html>', 'Chapter one'],
])('%s gives its text', async (extension, part, xml, text) => {
  expect(await extract(extension, await zip({ [part]: xml, 'media/x.png': 'no text' }))).toEqual(done(text));
});

test('a chapter is read after elements that close themselves', async () => {
  const chapter =
    '<html><head><title/><script src="a.js"/></head><body><p>第一章&nbsp;Dawn</p></body></html>';
  expect(await extract('epub', await zip({ 'OEBPS/chapter1.xhtml': chapter }))).toEqual(done('第一章 Dawn'));
});

test('xlsx gives its strings and numbers, and no index of a string', async () => {
  const book = await zip({
    'xl/sharedStrings.xml': '<sst><si><t>Turnover</t></si></sst>',
    'xl/worksheets/sheet1.xml': '<w><row><c t="s"><v>0</v></c><c><v>1234.5</v></c></row></w>',
  });
  expect(await extract('xlsx', book)).toEqual(done('Turnover\n1234.5'));
});

test('a message gives its subject, its people and its body', async () => {
  const mail =
    'From: Ada <ada@example.org>\r\nTo: bob@example.org\r\nSubject: =?utf-8?B?5Lya6K6u?=\r\n\r\nAt nine.\r\n';
  expect(await extract('eml', mail)).toEqual(done('会议\nAda ada@example.org\nbob@example.org\nAt nine.'));
});

test('a PDF behind a password fails with that reason, and the next file is read', async () => {
  expect(await extract('pdf', pdf('secret', ENCRYPTED))).toEqual({
    status: 'failed',
    reason: expect.stringContaining('password'),
  });
  expect(await extract('pdf', pdf('next'))).toEqual(done('next'));
});

test('a broken file fails with a reason, and leaves nothing behind', async () => {
  for (const [extension, content] of [
    ['pdf', '%PDF-1.4 nothing'],
    ['docx', 'no archive at all'],
    ['docx', (await zip({ 'word/document.xml': '<a>' })).subarray(0, 40)],
  ] as const) {
    expect(await extract(extension, content)).toMatchObject({
      status: 'failed',
      reason: expect.stringMatching(/\w/),
    });
  }
  expect(await readdir(folder)).toEqual([]);
});

test('an archive of too many files is refused before any is read', async () => {
  const parts = Object.fromEntries(Array.from({ length: 10_001 }, (_, number) => [`word/${number}.xml`, '']));
  expect(await extract('docx', await zip(parts))).toEqual({
    status: 'failed',
    reason: 'holds more than 10000 files',
  });
});

test('a bomb costs its file: it is stopped at what may be unpacked', async () => {
  const unpacked = Buffer.alloc(220 * 1024 ** 2, ' ');
  const bomb = deflatedZip('word/document.xml', deflateRawSync(unpacked), unpacked.length);
  expect(await extract('docx', bomb)).toMatchObject({
    status: 'failed',
    reason: expect.stringContaining('unpacks to more than'),
  });
});

test('a file that takes too long fails, and the next is read', async () => {
  expect(await extract('pdf', pdf('slow'), { milliseconds: 20 })).toEqual({
    status: 'failed',
    reason: 'not read within 20 ms',
  });
  expect(await extract('pdf', pdf('next'))).toEqual(done('next'));
});

test('a file that takes too much memory fails without a stack, and the next is read', async () => {
  expect(await extract('html', '<p>a'.repeat(3_000_000), { memoryMib: 40 })).toEqual({
    status: 'failed',
    reason: 'the process that read it ended by SIGABRT',
  });
  expect(await extract('html', '<p>next')).toEqual(done('next'));
});

test('text is cut at the limit', async () => {
  const long = await extract('txt', 'word '.repeat(1_000), { characters: 99 });
  expect(long).toEqual(done('word '.repeat(20).slice(0, 99)));
});

/** An archive of one deflated file, as other programs write them. */
function deflatedZip(name: string, packed: Buffer, size: number): Buffer {
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(20, 4);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(size, 22);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(20, 6);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(size, 24);
  central.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length + name.length, 12);
  end.writeUInt32LE(local.length + name.length + packed.length, 16);
  return Buffer.concat([local, Buffer.from(name), packed, central, Buffer.from(name), end]);
}
