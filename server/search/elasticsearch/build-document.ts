import { indexTerms } from '../names/index-terms';
import { MAX_READINGS } from '../names/name-sounds';
import type { IndexChange } from '../search-index';
import { NAME_START } from './index-settings';

/** The document of a change, with everything of the name that queries ask for (search-body.ts). */
export function buildDocument(change: IndexChange, writtenAt: Date): Record<string, unknown> {
  if (change.kind === 'remove') {
    const { entryId, ownerId, revision } = change;
    return { entryId, ownerId, revision, removed: true, writtenAt: writtenAt.toISOString() };
  }
  const { document } = change;
  const terms = indexTerms(document.name);
  return {
    ...document,
    updatedAt: document.updatedAt.toISOString(),
    removed: false,
    writtenAt: writtenAt.toISOString(),
    grams: NAME_START + terms.folded,
    unigrams: terms.folded,
    exact: [terms.folded, terms.stem],
    tokens: terms.tokens.join(' '),
    squashed: terms.squashed,
    sounds: soundsText(terms.sounds),
    typo: terms.typoTokens.map((token) => typoTerm(document.ownerId, token)),
    sortKey: terms.sortKey,
  };
}

/** '^ 年/nian_/nian_/nian_/nian_ … $'; the marks let a phrase ask for the first place and the last. */
function soundsText(sounds: { literal: string; readings: string[] }[]): string {
  if (sounds.length === 0) return '';
  const places = sounds.map(({ literal, readings }) => {
    const alternatives = Array.from({ length: MAX_READINGS }, (_, index) => readings[index] ?? readings[0]);
    return [literal, ...alternatives.map((reading) => (reading ? `${reading}_` : literal))].join('/');
  });
  return `^ ${places.join(' ')} $`;
}

const OWNER_KEY_CHARACTERS = 8;
export const TYPO_PREFIX_CHARACTERS = OWNER_KEY_CHARACTERS + 1;

/** Terms of one owner share a prefix, so a fuzzy query walks through their words and not through everybody's. */
export function typoTerm(ownerId: string, token: string): string {
  return `${ownerId.slice(0, OWNER_KEY_CHARACTERS)}:${token}`;
}
