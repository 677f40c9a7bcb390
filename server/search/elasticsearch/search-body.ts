import type { estypes } from '@elastic/elasticsearch';
import type { HitPosition } from '../compare-hits';
import type { ParsedQuery, QueryWord } from '../names/parse-query';
import { AS_TYPED, PHRASE_BONUS, SOUND_TIER, type Step, TIER, waysOf } from '../names/ranks';
import { nameSortKey } from '../names/sort-key';
import type { Reading } from '../names/sounds/query-readings';
import type { AllowedTypos } from '../names/typos/typos';
import type { IndexQuery } from '../search-index';
import { NAME_EDGE, RUN_EDGE, readHere, TYPO_PREFIX_CHARACTERS, typoTerm } from './build-document';
import { all, contains, heard, phrase, type Query, scopeOf, soundsOf, standsInText } from './clauses';
import { NAME_START } from './index-settings';

/**
 * The query of one step. Each clause has a constant score, the best of a word counts and words add up: `_score`
 * is the rank of names/ranks.ts, digit by digit (floats hold such integers exactly).
 */
export function stepQuery(index: IndexQuery, step: Step): Query {
  return {
    bool: {
      ...scopeOf(index),
      must: index.query.words.map((word) => bestOf(wordClauses(index, word, step))),
      should: index.query.phrase === '' ? [] : bestOf(phraseClauses(index.query)),
    },
  };
}

/**
 * What steps 0 and 1 find that no name would make a hit: some word stands in the text alone. Null where no text can hold
 * one. Where nobody has texts it costs nothing, because the words of the text are asked for first.
 */
export function byTextOnly({ query }: IndexQuery, step: Step): Query | null {
  const should = query.words.flatMap((word): Query[] => {
    const inText = standsInText(word);
    const inName = [contains('grams', word.text), ...waysOf(query, word, step).readings.map(heard)];
    return inText ? [{ bool: { filter: inText, must_not: inName } }] : [];
  });
  return should.length > 0 ? { bool: { should } } : null;
}

/** The order of compare-hits.ts. */
export function sortOf({ sort, order }: IndexQuery): estypes.SortCombinations[] {
  const newestThenId: estypes.SortCombinations[] = [{ updatedAt: 'desc' }, { entryId: 'asc' }];
  switch (sort) {
    case 'relevance':
      return [{ _score: { order: 'desc' } }, ...newestThenId];
    case 'name':
      return [{ sortKey: order }, ...newestThenId];
    case 'size':
      return [{ sizeBytes: order }, ...newestThenId];
    case 'updatedAt':
      return [{ updatedAt: order }, { entryId: 'asc' }];
  }
}

/** What sortOf compares of a hit, for `search_after`. */
export function sortValuesOf({ sort }: IndexQuery, hit: HitPosition): estypes.SortResults {
  const newestThenId = [hit.updatedAt.getTime(), hit.entryId];
  switch (sort) {
    case 'relevance':
      return [hit.rank, ...newestThenId];
    case 'name':
      return [nameSortKey(hit.name), ...newestThenId];
    case 'size':
      return [hit.sizeBytes, ...newestThenId];
    case 'updatedAt':
      return newestThenId;
  }
}

function phraseClauses({ phrase, lastNumber }: ParsedQuery): Query[] {
  const start: Query = { match_phrase: { grams: NAME_START + phrase } };
  const endsThere: Query[] = lastNumber === null ? [] : [{ term: { tokens: lastNumber } }];
  const clauses = [
    score(PHRASE_BONUS.exact, { term: { exact: phrase } }),
    score(PHRASE_BONUS.start, all([start, ...endsThere])),
  ];
  if (phrase.includes(' ')) clauses.push(score(PHRASE_BONUS.inside, contains('grams', phrase)));
  return clauses;
}

function wordClauses({ query, ownerId }: IndexQuery, word: QueryWord, step: Step): Query[] {
  const { asWritten, readings, squashed, typo } = waysOf(query, word, step);
  const clauses = [...(asWritten ? writtenClauses(word) : []), ...contentClauses(word)];
  if (squashed !== null) clauses.push(squashedClause(squashed, typo, ownerId));
  clauses.push(...readings.map(readingClause));
  if (typo) clauses.push(...typoClauses(typo, ownerId));
  return clauses.length > 0 ? clauses : [{ match_none: {} }];
}

function squashedClause(squashed: string, typo: AllowedTypos | null, ownerId: string): Query {
  const anywhere = contains('squashed', squashed);
  if (typo === null) return score(TIER.squashed, anywhere);
  // Parts run together from each part on are what misspelt words are compared with.
  const fromStart: Query = { prefix: { typo: typoTerm(ownerId, squashed, 0) } };
  return bestRung(anywhere, TIER.squashedInside, [[TIER.squashed, fromStart]]);
}

function contentClauses(word: QueryWord): Query[] {
  const inText = standsInText(word);
  return inText ? [score(TIER.content, inText)] : [];
}

function writtenClauses(word: QueryWord): Query[] {
  const tier = tierClause(word);
  const asTyped = asTypedClauses(word).map((condition) => score(AS_TYPED, condition));
  return [asTyped.length === 0 ? tier : { bool: { must: [tier], should: asTyped } }];
}

function tierClause(word: QueryWord): Query {
  const substring = contains('grams', word.text);
  const last = word.tokens.at(-1);
  if (last === undefined) return score(word.hasCjk ? TIER.token : TIER.substring, substring);
  const others = word.tokens.slice(0, -1).map((token): Query => ({ term: { tokens: token } }));
  return bestRung(substring, TIER.substring, [
    [TIER.tokenStart, all([...others, { prefix: { tokens: last } }])],
    [TIER.token, all([...others, { term: { tokens: last } }])],
  ]);
}

/** Hold where a name has the very characters that were typed. A document without `written` is written as it is folded. */
function asTypedClauses({ text, written }: QueryWord): Query[] {
  if (written === null) return [];
  const inWritten: Query = { match_phrase: { written } };
  if (written !== text) return [inWritten];
  const isSame: Query = { bool: { must_not: [{ exists: { field: 'written' } }] } };
  return [{ bool: { should: [isSame, inWritten] } }];
}

function readingClause(reading: Reading): Query {
  const tiers = SOUND_TIER[reading.quality];
  const anywhere = soundsOf(reading);
  const here = readHere(anywhere);
  const { start, end } = NAME_EDGE;
  return bestRung(heard(reading), tiers.other, [
    [tiers.broken, phrase('sounds', here)],
    [tiers.inside, phrase('runs', anywhere)],
    [tiers.runStart, phrase('runs', `${RUN_EDGE} ${anywhere}`)],
    [tiers.run, phrase('runs', `${RUN_EDGE} ${anywhere} ${RUN_EDGE}`)],
    [tiers.start, phrase('runs', `${start} ${anywhere}`)],
    [tiers.wholeBroken, phrase('sounds', `${start} ${here} ${end}`)],
    [tiers.whole, phrase('runs', `${start} ${anywhere} ${end}`)],
  ]);
}

/**
 * The most words of one owner that a misspelt one may mean, the nearest first; the default rewrite keeps 50. A rewrite
 * without a limit makes the automaton of the word anew for each segment, which was nine tenths of what searches cost.
 * As many as the smallest node allows a query to have clauses.
 */
const MAX_SIMILAR_TERMS = 1_024;

function typoClauses({ text, limits }: AllowedTypos, ownerId: string): Query[] {
  return limits.flatMap(({ edits, minLength }) => {
    const value = typoTerm(ownerId, text, minLength);
    const withPrefix = (prefix_length: number): Query => ({
      fuzzy: {
        typo: {
          value,
          fuzziness: edits,
          prefix_length,
          transpositions: true,
          rewrite: `top_terms_boost_${MAX_SIMILAR_TERMS}`,
        },
      },
    });
    const [inside, atStart] =
      edits === 1 ? [TIER.oneTypo, TIER.oneTypoAtStart] : [TIER.twoTypos, TIER.twoTyposAtStart];
    return [
      score(inside, withPrefix(TYPO_PREFIX_CHARACTERS + 1)),
      score(atStart, withPrefix(TYPO_PREFIX_CHARACTERS)),
    ];
  });
}

function score(boost: number, filter: Query): Query {
  return { constant_score: { filter, boost } };
}

/**
 * What a match is worth where it may stand on higher rungs too: the best of them adds its difference. The engine asks
 * for rungs only of documents that stand on the first.
 */
function bestRung(base: Query, worth: number, rungs: [tier: number, condition: Query][]): Query {
  const higher = rungs.map(([tier, condition]) => score(tier - worth, condition));
  return { bool: { must: [score(worth, base)], should: [bestOf(higher)] } };
}

function bestOf(queries: Query[]): Query {
  return { dis_max: { queries } };
}
