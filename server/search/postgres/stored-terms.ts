import type { IndexTerms } from '../names/index-terms';
import { storedGrams } from './grams';
import { segmentTerms } from './segment-terms';
import { storedSounds } from './sound-terms';

/** All by which a name is found in the table search_documents, once each. */
export function storedTerms({ folded, squashed, typoTokens, sounds }: IndexTerms): string[] {
  const grams = [...storedGrams(folded), ...storedGrams(squashed)];
  return [...new Set([...grams, ...typoTokens.flatMap(segmentTerms), ...storedSounds(sounds)])];
}
