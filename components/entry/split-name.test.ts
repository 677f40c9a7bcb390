import { expect, test } from 'vitest';
import { stemLength } from './split-name';

test.each([
  ['report.pdf', 'report'],
  ['年度报告.final.docx', '年度报告.final'],
  ['archive.tar.gz', 'archive'],
  ['.gitignore', '.gitignore'],
  ['.tar.gz', '.tar'],
  ['README', 'README'],
  ['trailing.', 'trailing'],
])('the stem of %s is %s', (name, stem) => {
  expect(name.slice(0, stemLength(name, 'file'))).toBe(stem);
});

test('a folder is a stem as a whole', () => {
  expect(stemLength('v1.2', 'folder')).toBe(4);
});
