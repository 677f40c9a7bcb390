import { expect, test } from 'vitest';
import { searchQuery } from '@/contracts/search';
import { parseSearch } from './parse-search';

const now = new Date('2026-06-15T12:00:00Z');

function read(q: string, given: Record<string, string> = {}) {
  return parseSearch(searchQuery.parse({ q, ...given }), now);
}

test('filters of one kind narrow each other', () => {
  expect(read('type:pdf,image type:image,video').filters.types).toEqual(['image']);
  expect(read('type:pdf type:image').filters.types).toEqual([]);
  expect(read('size:>=10 size:>=20 size:<=90 size:<=80').filters).toMatchObject({ minSize: 20, maxSize: 80 });
  const { modifiedFrom, modifiedBefore } = read('modified:2026 modified:10d').filters;
  expect(modifiedFrom?.toISOString()).toBe('2026-06-05T12:00:00.000Z');
  expect(modifiedBefore?.toISOString()).toBe('2027-01-01T00:00:00.000Z');
});

test('parameters of their own mean the same as the line, and hold with it', () => {
  const given = { type: 'pdf', ext: '.PDF', in: 'Work', minSize: '5', from: '2026-01-01', kind: 'file' };
  const { filters, places } = read('ext:pdf,doc', given);
  expect(filters).toMatchObject({ types: ['pdf'], extensions: ['pdf'], minSize: 5, kind: 'file' });
  expect(filters.modifiedFrom?.toISOString()).toBe('2026-01-01T00:00:00.000Z');
  expect(places).toEqual(['Work']);
});

test('lists given beside the line are read as in it', () => {
  const { filters } = read('', { type: 'PDF,image', ext: 'docx, .ODT' });
  expect(filters).toMatchObject({ types: ['pdf', 'image'], extensions: ['docx', 'odt'] });
});

test('a field that a form was sent with and nothing in it asks for nothing', () => {
  const empty = { type: '', ext: '', in: '', minSize: '', maxSize: ' ', from: '', to: '', kind: '' };
  expect(read('', empty)).toEqual(read(''));
  expect(read('', empty).isEmpty).toBe(true);
});

test('more places than are looked for find nothing, rather than more than was asked for', () => {
  const line = Array.from({ length: 17 }, (_, index) => `in:place${index}`).join(' ');
  expect(read(`a ${line}`).isEmpty).toBe(true);
  expect(read(`a ${line.replace('in:place16', 'in:place0')}`)).toMatchObject({
    isEmpty: false,
    places: { length: 16 },
  });
});

test('more words than can be left out find nothing, rather than one of them', () => {
  const line = Array.from({ length: 65 }, (_, index) => `-word${index}`).join(' ');
  expect(read(`a ${line}`).isEmpty).toBe(true);
  expect(read(`a ${line.replace('-word64', '-word0')}`)).toMatchObject({
    isEmpty: false,
    filters: { without: { length: 64 } },
  });
});

test('kinds of entries may be all that is asked for, as types may', () => {
  expect(read('', { kind: 'folder' })).toMatchObject({ isEmpty: false, filters: { kind: 'folder' } });
});

test('a phrase is one word that is matched as it is written only', () => {
  const [phrase, word] = read('"Annual  Report" niandu').query.words;
  expect(phrase).toMatchObject({ text: 'annual report', readings: [], typo: null, squashed: null });
  expect(word?.readings).not.toEqual([]);
});

test('only what asks for something is asked', () => {
  for (const empty of ['', '  ', '\0', '\ud800']) expect(read(empty).isEmpty).toBe(true);
  for (const asked of ['a', '-a', 'is:starred', 'in:/', '""']) expect(read(asked).isEmpty).toBe(false);
});

test('the top of the drive is no place to narrow to', () => {
  expect(read('in:/ in:root in:Root in:/root').places).toEqual(['/root']);
});

test.each([
  // A day of Shanghai begins eight hours before that of UTC.
  ['Asia/Shanghai', 'modified:2026-06-15', '2026-06-14T16:00:00.000Z', '2026-06-15T16:00:00.000Z'],
  ['America/New_York', 'modified:2026-06', '2026-06-01T04:00:00.000Z', '2026-07-01T04:00:00.000Z'],
  // It is noon of the fifteenth in UTC, and already the sixteenth in Auckland.
  ['Pacific/Auckland', 'modified:today', '2026-06-15T12:00:00.000Z', '2026-06-16T12:00:00.000Z'],
  ['Pacific/Honolulu', 'modified:today', '2026-06-15T10:00:00.000Z', '2026-06-16T10:00:00.000Z'],
  ['UTC', 'modified:today', '2026-06-15T00:00:00.000Z', '2026-06-16T00:00:00.000Z'],
])('dates are days of the person: %s, %s', (timeZone, line, from, before) => {
  const { modifiedFrom, modifiedBefore } = read(line, { timeZone }).filters;
  expect(modifiedFrom?.toISOString()).toBe(from);
  expect(modifiedBefore?.toISOString()).toBe(before);
});

test('dates given beside the line are days of the person too, and instants stay what they are', () => {
  const given = { timeZone: 'Asia/Shanghai', from: '2026-06-15', to: '2026-06-15T10:00:00Z' };
  const { modifiedFrom, modifiedBefore } = read('', given).filters;
  expect(modifiedFrom?.toISOString()).toBe('2026-06-14T16:00:00.000Z');
  expect(modifiedBefore?.toISOString()).toBe('2026-06-15T10:00:00.001Z');
  expect(read('', given).isEmpty).toBe(false);
});

test('the last day of a range is in it as a whole, in the line and beside it', () => {
  for (const timeZone of ['UTC', 'Asia/Shanghai', 'America/New_York']) {
    // In New York the clocks go back on the first of November: that day has 25 hours.
    const beside = read('', { timeZone, from: '2026-11-01', to: '2026-11-01' }).filters;
    expect(beside).toEqual(read('modified:2026-11-01..2026-11-01', { timeZone }).filters);
  }
  const given = { from: '2026-11-27T00:00:00Z', to: '2026-11-27T00:00:00Z' };
  expect(read('', given).filters).toMatchObject({
    modifiedFrom: new Date('2026-11-27T00:00:00.000Z'),
    modifiedBefore: new Date('2026-11-27T00:00:00.001Z'),
  });
});

test.each([
  [{ from: '0000-01-01' }, 'modifiedFrom', '0001-01-01T00:00:00.000Z'],
  [{ from: '0001-01-01T00:00:00+14:00' }, 'modifiedFrom', '0001-01-01T00:00:00.000Z'],
  [{ to: '0000-12-31' }, 'modifiedBefore', '0001-01-01T00:00:00.000Z'],
  [{ from: '9999-12-31T23:59:59-14:00' }, 'modifiedFrom', '9999-12-31T23:59:59.999Z'],
  [{ to: '9999-12-31' }, 'modifiedBefore', '9999-12-31T23:59:59.999Z'],
  [{ q: 'modified:9999' }, 'modifiedBefore', '9999-12-31T23:59:59.999Z'],
  [{ q: 'modified:>9999' }, 'modifiedFrom', '9999-12-31T23:59:59.999Z'],
  [{ q: 'modified:>9999', timeZone: 'Asia/Shanghai' }, 'modifiedFrom', '9999-12-31T16:00:00.000Z'],
] as const)('no engine is asked for a year that it does not know: %j', (given, bound, expected) => {
  expect(read('', given).filters[bound]?.toISOString()).toBe(expected);
});

test('what is no time zone is refused', () => {
  for (const timeZone of ['Nowhere/City', 'x'.repeat(65), '2026']) {
    expect(searchQuery.safeParse({ timeZone }).success).toBe(false);
  }
});
