import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { fileTypeOf, KNOWN_EXTENSIONS } from '@/contracts/file-types';
import { MAPPING_VERSION } from './index-settings';

test('an extension that becomes another type raises the version of the mapping: documents hold their type', () => {
  const types = KNOWN_EXTENSIONS.map(
    (extension) => `${extension} ${fileTypeOf({ kind: 'file', extension })}`,
  );
  const hash = createHash('sha256').update(types.sort().join()).digest('hex').slice(0, 12);
  expect({ version: MAPPING_VERSION, types: hash }).toEqual({ version: 10, types: '66748b03f66a' });
});
