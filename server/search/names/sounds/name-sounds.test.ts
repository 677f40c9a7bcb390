import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pinyin } from 'pinyin-pro';
import { expect, test } from 'vitest';
import { foldName, foldText } from '../fold/fold-name';
import { nameSounds } from './name-sounds';

function readings(name: string) {
  return nameSounds(foldName(name)).map((place) => place.readings);
}

test('a character is read as the words of the name have it, and known to be read otherwise elsewhere', () => {
  expect(readings('重庆 行长')).toEqual([['chong'], ['qing'], ['hang'], ['zhang']]);
  expect(nameSounds(foldName('重庆'))[0]?.otherReadings).toEqual(['zhong']);
  expect(readings('阿房宫')).toEqual([['e'], ['pang'], ['gong']]);
  expect(readings('房')).toEqual([['fang']]);
});

test('whether a character is ever read so is told without what stands around it', () => {
  const [first, second] = nameSounds(foldName('阿房宫'));
  expect(first?.isEverRead({ kind: 'syllable', text: 'a' })).toBe(true);
  expect(second?.isEverRead({ kind: 'syllable', text: 'pang' })).toBe(true);
  expect(second?.isEverRead({ kind: 'syllable', text: 'gong' })).toBe(false);
});

test('every word of the dictionary is read as the dictionary has it', async () => {
  let characters = 0;
  for (const word of await wordsOfDictionary()) {
    if (foldText(word) !== word) continue;
    const aloud = pinyin(word, { toneType: 'none', type: 'array', v: true });
    for (const [at, place] of nameSounds(foldName(word)).entries()) {
      characters += 1;
      expect(place.readings, `${place.literal} in ${word}`).toContain(aloud[at]);
      expect(place.isEverRead({ kind: 'syllable', text: aloud[at] ?? '' })).toBe(true);
    }
  }
  expect(characters).toBeGreaterThan(20_000);
});

/** The dictionary is no part of what the library exports. */
async function wordsOfDictionary(): Promise<string[]> {
  const library = path.dirname(createRequire(import.meta.url).resolve('pinyin-pro'));
  const folder = path.join(library, 'esm/data');
  const files = await Promise.all(
    (await readdir(folder)).map((file) => readFile(path.join(folder, file), 'utf8')),
  );
  return files
    .flatMap((text) => text.match(/[\u3007\u3400-\u9fff]+/g) ?? [])
    .filter(({ length }) => length < 20);
}
