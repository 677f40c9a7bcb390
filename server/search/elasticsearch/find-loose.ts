import { answerOfStep, type StepAnswer } from '../answer-in-steps';
import { matchName } from '../names/name-matcher';
import type { QueryWord } from '../names/parse-query';
import { waysOf } from '../names/ranks';
import type { IndexQuery, MatchedHit } from '../search-index';
import { type Asking, askIndex, type Hit, readHit, STORED_FIELDS, totalOf } from './ask-index';
import { contains, heard, type Query, scopeOf, standsInText } from './clauses';
import { wantedTerms } from './segment-terms';

/** More names than this are not fetched to be compared in this process: the engine counts and ranks them itself. */
const MAX_CANDIDATES = 200;

/**
 * Step 2 where a word may be misspelt: the engine finds every name that may match, the name matcher decides and ranks.
 * Names that share a segment with the word are found by equality; the automaton that decides by itself costs the
 * engine several times all else of a search, and is left for when the candidates are many.
 * @returns null where they are.
 */
export async function findLoose(asking: Asking, index: IndexQuery): Promise<StepAnswer | null> {
  const { filter, must_not } = scopeOf(index);
  const words = index.query.words.map((word, at) => mayMatch(index, word, at));
  const response = await askIndex(asking, index.ownerId, {
    query: { bool: { filter: [...filter, ...words], must_not } },
    // Unordered, so that nothing is scored and sorted.
    sort: ['_doc'],
    size: MAX_CANDIDATES,
    track_total_hits: MAX_CANDIDATES + 1,
    _source: STORED_FIELDS,
  });
  if (totalOf(response) > MAX_CANDIDATES) return null;
  return answerOfStep(
    response.hits.hits.flatMap((hit) => compare(index, hit)),
    index,
  );
}

function compare({ query }: IndexQuery, hit: Hit): MatchedHit[] {
  const candidate = readHit(hit);
  const named = Array.isArray(hit.matched_queries) ? hit.matched_queries : [];
  const inText = query.words.map((_, at) => named.includes(textQuery(at)));
  const match = matchName(query, candidate.name, 2, inText);
  return match ? [{ ...candidate, ...match }] : [];
}

/** Every name in which the word matches, and some more. */
function mayMatch({ query, ownerId }: IndexQuery, word: QueryWord, at: number): Query {
  const { asWritten, readings, squashed, typo } = waysOf(query, word, 2);
  const inText = standsInText(word);
  const should: Query[] = [
    ...(asWritten ? [contains('grams', word.text)] : []),
    ...(inText ? [{ bool: { filter: inText, _name: textQuery(at) } }] : []),
    ...(squashed === null ? [] : [contains('squashed', squashed)]),
    ...readings.map(heard),
    ...(typo ? [{ terms: { segments: wantedTerms(ownerId, typo) } }] : []),
  ];
  return should.length > 0 ? { bool: { should } } : { match_none: {} };
}

/** Named, so that a hit says of which words its text holds. */
function textQuery(at: number): string {
  return `text ${at}`;
}
