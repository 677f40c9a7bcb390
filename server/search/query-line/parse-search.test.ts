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

test('what is no time zone is refused', () => {
  for (const timeZone of ['', 'Nowhere/City', 'x'.repeat(65), '2026']) {
    expect(searchQuery.safeParse({ timeZone }).success).toBe(false);
  }
});
