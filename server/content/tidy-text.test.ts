import { expect, test } from 'vitest';
import { contentWords } from '@/server/search/content/content-words';
import { tidyText } from './tidy-text';

const KEPT = 200_000;

test('white space comes as one, and control characters and halves of pairs are left out', () => {
  expect(tidyText(' a\t\tb \u0000\ud800\n\n  c ', KEPT)).toBe('a b\nc');
  expect(tidyText('ab😀', 3)).toBe('ab');
});

// Unicode puts marks in order by comparing each with each: 200,000 of them kept a worker busy for half a minute, and
// the test would take longer than it may.
test('of marks heaped on one letter thirty are kept, so that a text is folded in a moment', () => {
  const heaped = tidyText(`e${'\u0301\u0316'.repeat(KEPT)} end`, KEPT);
  expect(heaped).toBe(`e${'\u0301\u0316'.repeat(15)}`);
  const manyTimes = tidyText(`e${'\u0301\u0316'.repeat(40)} `.repeat(5_000), KEPT);
  expect(contentWords(manyTimes).slice(0, 6)).toBe(' e e e');
});

test('scripts that write marks keep theirs', () => {
  expect(tidyText('हिन्दी ที่นี่ זִבְרוֹנוֹת', KEPT)).toBe('हिन्दी ที่นี่ זִבְרוֹנוֹת');
});
