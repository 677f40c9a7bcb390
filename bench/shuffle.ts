import { seededRandom } from '@/tests/relevance/seeded-random';

/** In an order by chance, the same on every run: eight people at once do not all ask the same kind of query. */
export function shuffle<Value>(values: Value[]): Value[] {
  const random = seededRandom(7);
  const placed = values.map((value) => ({ value, place: random() }));
  return placed.sort((first, second) => first.place - second.place).map(({ value }) => value);
}
