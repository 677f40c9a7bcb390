import { expect, test } from 'vitest';
import { queryReadings, type Reading } from './query-readings';

const MANY_PIECES = 1_000;

function spell({ pieces, tokens }: Reading): string {
  return [...pieces.map(({ kind, text }) => `${kind} ${text}`), ...tokens.map((text) => `word ${text}`)].join(
    ', ',
  );
}

test.each(['niand', 'xudget', 'qimocp', 'saomiaowl', 'zhgs', 'finalbaogao', 'xian2026', 'ceshifx', '年dubg'])(
  'every reading of %s is another one, so that no engine looks for the same twice',
  (word) => {
    const readings = queryReadings(word, MANY_PIECES).map(spell);
    expect(readings.length).toBeGreaterThan(0);
    expect(new Set(readings).size).toBe(readings.length);
  },
);

test('what can be read in two ways keeps the place of the likelier', () => {
  const readings = queryReadings('niand', MANY_PIECES);
  expect(readings.map(spell).indexOf('syllable nian, beginning d')).toBe(0);
  expect(readings[0]?.quality).toBe('loose');
});

test.each(["xi'an", 'xi’an'])('an apostrophe ends a syllable: %s is read in no other way', (word) => {
  const full = queryReadings(word, MANY_PIECES).filter(({ quality }) => quality === 'full');
  expect(full.map(spell)).toEqual(['syllable xi, syllable an']);
  expect(full[0]?.strong).toBe(true);
});

test.each([
  ['fangangz', 'syllable fang, syllable an, beginning g, beginning z'],
  ['shenjiaq', 'syllable shen, syllable ji, beginning a, beginning q'],
])('%s may end with initials where letters before them could be read otherwise', (word, reading) => {
  expect(queryReadings(word, MANY_PIECES).map(spell)).toContain(reading);
});

test('other separators end none', () => {
  const readings = queryReadings('xi-an', MANY_PIECES);
  expect(readings.map(spell)).toContain('syllable xian');
  expect(readings.some(({ strong }) => strong)).toBe(false);
});
