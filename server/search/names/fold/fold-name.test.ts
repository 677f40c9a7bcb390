import { expect, test } from 'vitest';
import { foldName, foldText, foldWritten } from './fold-name';

test.each([
  ['Annual REPORT', 'annual report'],
  ['ＦＵＬＬ　ｗｉｄｔｈ１２', 'full width12'],
  ['Café Müller', 'cafe muller'],
  ['Cafe\u0301', 'cafe'],
  ['Straße Øre Œuvre', 'strasse ore oeuvre'],
  ['İstanbul', 'istanbul'],
  ['ΟΔΟΣ', 'οδοσ'],
  ['年度報告 雲端網盤', '年度报告 云端网盘'],
  ['沿著', '沿着'],
  ['か\u3099', 'が'],
  ['한글', '한글'],
  ['ﬁle', 'file'],
  ['a  b\u3000\tc', 'a b c'],
  ['a\u200bb\u202ec\0d', 'abcd'],
  ['x\ud800y\udc00', 'xy'],
])('%s is folded to %s', (name, folded) => {
  expect(foldText(name)).toBe(folded);
  expect(foldName(name).text).toBe(folded);
});

test('marks that carry meaning in their script are kept', () => {
  expect(foldText('हिन्दी')).toBe('हिन्दी');
  expect(foldText('が')).not.toBe(foldText('か'));
});

test('folding what is folded changes nothing', () => {
  for (const name of ['ΑΒΓ ﷺ ㎏ ½', '繁體中文', 'Éé ǅ ŉ', '👨‍👩‍👧 ♥️']) {
    expect(foldText(foldText(name))).toBe(foldText(name));
  }
});

test('how Chinese is written can be kept while all else is folded', () => {
  expect(foldWritten('Ｎ９５　口罩 Café 報告')).toBe('n95 口罩 cafe 報告');
  for (const name of ['繁體 Éé ß ㎏', '著名 乾隆', 'Straße 雲端', '\u{20bb7}野家 衞', '👨‍👩‍👧 報  告']) {
    expect(foldText(foldWritten(name))).toBe(foldText(name));
  }
});

test('every folded unit leads back to whole graphemes of the original', () => {
  const name = 'é e\u0301 👨‍👩‍👧 ㎏ 報';
  const folded = foldName(name);
  const boundaries = new Set([0, name.length]);
  for (const { index } of new Intl.Segmenter('und').segment(name)) boundaries.add(index);
  expect(folded.starts).toHaveLength(folded.text.length);
  for (const [unit, start] of (folded.starts ?? []).entries()) {
    expect(boundaries.has(start)).toBe(true);
    expect(boundaries.has(folded.ends?.[unit] ?? -1)).toBe(true);
  }
});
