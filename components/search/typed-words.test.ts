import { expect, test } from 'vitest';
import { changeTypedWords, type TypedWords, type TypedWordsChange, wordsToWrite } from './typed-words';

const START: TypedWords = { typed: '', inAddress: '', onTheWay: [] };
const after = (...changes: TypedWordsChange[]) => changes.reduce(changeTypedWords, START);

test('words that come back from the address leave what was typed meanwhile alone', () => {
  const words = after(
    { type: 'type', typed: 'rep' },
    { type: 'write', words: 'rep' },
    { type: 'type', typed: 'report ' },
    { type: 'address', words: 'rep' },
  );
  expect(words.typed).toBe('report ');
  expect(wordsToWrite(words)).toBe('report');
});

test('several writes may come back late, or as one', () => {
  const typing = after(
    { type: 'type', typed: 'ab' },
    { type: 'write', words: 'a' },
    { type: 'write', words: 'ab' },
  );
  const late = changeTypedWords(typing, { type: 'address', words: 'a' });
  expect(wordsToWrite(late)).toBeNull();
  expect(changeTypedWords(late, { type: 'address', words: 'ab' })).toMatchObject({
    typed: 'ab',
    onTheWay: [],
  });
  expect(changeTypedWords(typing, { type: 'address', words: 'ab' })).toMatchObject({ onTheWay: [] });
});

test('another address replaces what is typed, one that was once written included', () => {
  const typed = after(
    { type: 'type', typed: 'a' },
    { type: 'write', words: 'a' },
    { type: 'address', words: 'a' },
    { type: 'type', typed: 'ab' },
  );
  expect(changeTypedWords(typed, { type: 'address', words: '' }).typed).toBe('');
  const gone = changeTypedWords(typed, { type: 'address', words: '' });
  expect(changeTypedWords(gone, { type: 'address', words: 'a' }).typed).toBe('a');
});

test('a line that is too long is written as far as a search reads it, and stays as it was typed', () => {
  const typed = '年'.repeat(5_000);
  const words = wordsToWrite(after({ type: 'type', typed })) ?? '';
  expect(words).toBe('年'.repeat(1_000));
  const written = after({ type: 'type', typed }, { type: 'write', words }, { type: 'address', words });
  expect(written.typed).toBe(typed);
  expect(wordsToWrite(written)).toBeNull();
});

test('a blank more is nothing to write', () => {
  expect(wordsToWrite(after({ type: 'type', typed: '  ' }))).toBeNull();
  expect(wordsToWrite({ typed: 'a ', inAddress: 'a', onTheWay: [] })).toBeNull();
  expect(wordsToWrite({ typed: '', inAddress: 'a', onTheWay: [] })).toBe('');
});
