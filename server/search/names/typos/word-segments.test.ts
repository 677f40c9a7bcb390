import { expect, test } from 'vitest';
import { seededRandom } from '@/tests/relevance/seeded-random';
import * as elasticsearch from '../../elasticsearch/segment-terms';
import * as postgres from '../../postgres/segment-terms';
import { allowedTypos, countTypos } from './typos';

test('every word that a misspelt one may mean shares a segment with it, in either engine', () => {
  const dice = seededRandom(7);
  const random = (below: number) => Math.floor(dice() * below);
  const letter = () => 'abcd'.charAt(random(4));
  let meant = 0;
  for (let round = 0; round < 30_000; round += 1) {
    const word = Array.from({ length: 4 + random(9) }, letter).join('');
    let typed = word;
    for (let errors = 1 + random(2); errors > 0; errors -= 1) {
      const at = random(typed.length);
      const [before, after] = [typed.slice(0, at), typed.slice(at)];
      typed = [
        `${before}${letter()}${after}`,
        `${before}${after.slice(1)}`,
        `${before}${letter()}${after.slice(1)}`,
        `${before}${after.charAt(1)}${after.charAt(0)}${after.slice(2)}`,
      ][random(4)] as string;
    }
    const allowed = allowedTypos(typed);
    if (!allowed || countTypos(allowed, word) === null) continue;
    meant += 1;
    const inPostgres = new Set(postgres.wantedTerms(allowed));
    expect(postgres.segmentTerms(word).some((term) => inPostgres.has(term))).toBe(true);
    const inElasticsearch = new Set(elasticsearch.wantedTerms('owner', allowed));
    expect(elasticsearch.segmentTerms('owner', word).some((term) => inElasticsearch.has(term))).toBe(true);
    expect(allowed.fragments.some((all) => all.every((fragment) => word.includes(fragment)))).toBe(true);
  }
  expect(meant).toBeGreaterThan(15_000);
});
