import { expect, test } from 'vitest';
import { z } from 'zod';
import { searchQuery } from './search';
import { sharedSearchQuery } from './shares';

test('types and extensions may be several, as in the line', () => {
  expect(searchQuery.parse({ type: 'pdf' }).type).toEqual(['pdf']);
  expect(searchQuery.parse({ type: 'image,PDF' }).type).toEqual(['pdf', 'image']);
  expect(searchQuery.parse({ ext: '.DOCX, odt' }).ext).toEqual(['docx', 'odt']);
  expect(sharedSearchQuery.parse({ type: 'pdf,image' }).type).toEqual(['pdf', 'image']);
});

test('a field that is empty was not given, and 0 was', () => {
  const empty = {
    type: '',
    ext: '',
    in: ' ',
    minSize: '',
    maxSize: ' ',
    from: '',
    to: '',
    kind: '',
    page: '',
  };
  expect(searchQuery.parse(empty)).toEqual(searchQuery.parse({}));
  expect(sharedSearchQuery.parse({ type: '', kind: '' })).toEqual(sharedSearchQuery.parse({}));
  expect(searchQuery.parse({ minSize: '0', maxSize: '0' })).toMatchObject({ minSize: 0, maxSize: 0 });
});

test.each([
  ['type', 'nothing', 'folder, document, pdf'],
  ['type', 'pdf,nothing', 'folder, document, pdf'],
  ['type', ',', 'folder, document, pdf'],
  ['ext', ',', 'docx,odt'],
  ['ext', 'a\0', 'control characters'],
  ['in', 'a\0', 'control characters'],
  ['minSize', 'big', 'whole number of bytes'],
  ['minSize', '-1', 'whole number of bytes'],
  ['maxSize', '1.5', 'whole number of bytes'],
  ['maxSize', '99999999999999999999', 'whole number of bytes'],
  ['from', 'yesterday', '2026-01-31'],
  ['from', '2026-02-30', '2026-01-31'],
  ['to', '2026-01-31T10:00', '2026-01-31T10:00:00Z'],
  ['kind', 'link', '"file"|"folder"'],
])('%s=%j is refused by name, with what to write instead', (field, value, remedy) => {
  const issues = searchQuery.safeParse({ [field]: value }).error?.issues ?? [];
  expect(issues.map(({ path }) => path)).toEqual([[field]]);
  expect(issues[0]?.message).toContain(remedy);
});

test('no field has to be given, as the document of the API says too', () => {
  for (const query of [searchQuery, sharedSearchQuery]) {
    const { required, properties } = z.toJSONSchema(query, { io: 'input' });
    expect(required ?? []).toEqual([]);
    expect(properties?.type).toMatchObject({
      type: 'string',
      description: expect.stringContaining('commas'),
    });
  }
});
