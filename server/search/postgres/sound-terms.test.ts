import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { buildDocument, put } from '@/tests/build-document';
import { generateNames } from '@/tests/relevance/generate-names';
import { generateQueries, SOUND_KINDS } from '@/tests/relevance/generate-queries';
import { createTestDatabase } from '@/tests/test-database';
import { foldName } from '../names/fold/fold-name';
import { type IndexTerms, indexTerms } from '../names/index-terms';
import { SearchableName } from '../names/match-word';
import { parseQuery } from '../names/parse-query';
import { matchSound } from '../names/sounds/match-sound';
import { createPostgresIndex } from '../postgres-index';
import { type AskedTerms, askedSounds } from './sound-terms';
import { storedTerms } from './stored-terms';

const NAMES = [
  ...generateNames(1_500, 5),
  ...[
    '阿房宫赋.txt',
    '合从连衡',
    '重庆 长城 行长.pdf',
    '報告 說明',
    '女 绿 旅',
    '年 (1) 度-报告',
    '会',
    'v2会',
  ],
];
const TYPED = [
  ...['lv', 'nv', 'zh', 'zhua', 'hang', 'a', 'epanggong', 'panggong', '年du', '年d', 'n度', '年dubaogao'],
  ...['finalbaogao', 'baogao2026', 'shijuangs', 'xian', 'zhgs', 'ndbg', 'niandubg', 'nianb', 'yhzh', 'v2hui'],
];

test('every name in which a word is heard has the terms of one of its readings', () => {
  const names = NAMES.map((name) => ({ name, terms: new Set(storedTerms(indexTerms(name))) }));
  const queries = generateQueries(NAMES, 12, 3).filter(({ kind }) => SOUND_KINDS.includes(kind));
  let heard = 0;
  for (const text of [...queries.map((query) => query.text), ...TYPED]) {
    for (const { readings } of parseQuery(text).words) {
      const asked = askedSounds(readings);
      for (const { name, terms } of names) {
        if (!matchSound(readings, new SearchableName(foldName(name)))) continue;
        heard += 1;
        expect(
          asked.some((each) => holds(terms, each)),
          `'${text}' is heard in ${name}`,
        ).toBe(true);
      }
    }
  }
  expect(heard).toBeGreaterThan(1_500);
});

function holds(terms: Set<string>, asked: AskedTerms): boolean {
  return 'all' in asked
    ? asked.all.every((term) => terms.has(term))
    : asked.any.some((term) => terms.has(term));
}

test('a reading is not asked for where another one finds all that it finds', () => {
  const { readings } = parseQuery('yhzh').words[0] ?? { readings: [] };
  const typed = readings.map(({ pieces }) => pieces.map(({ text }) => text).join(' '));
  expect(typed).toEqual(['y h zh', 'y h z h']);
  expect(askedSounds(readings)).toEqual([{ all: ['\u0002yhz'] }]);
});

test('readings of which neither finds all that the other finds are both asked for', () => {
  const { readings } = parseQuery('zhgs').words[0] ?? { readings: [] };
  expect(askedSounds(readings)).toEqual([{ all: ['\u0002zgs'] }, { all: ['\u0002zhg', '\u0002hgs'] }]);
});

test('the migration gives names that were indexed before it the terms that are stored since', async () => {
  const { db, drop } = await createTestDatabase();
  try {
    const ownerId = crypto.randomUUID();
    const documents = NAMES.slice(-300).map((name) => buildDocument(ownerId, name));
    await createPostgresIndex({ db }).write(documents.map(put));
    const stored = () => db.searchDocument.findMany({ select: { name: true, terms: true } });
    const written = new Map((await stored()).map(({ name, terms }) => [name, terms.sort()]));

    await db.$executeRaw`ALTER TABLE search_documents ADD COLUMN sounds tsvector`;
    for (const { entryId, name } of documents) {
      const terms = indexTerms(name);
      const before = storedTerms({ ...terms, sounds: [] });
      await db.$executeRaw`UPDATE search_documents SET terms = ${before}, sounds = ${soundsBefore(terms)}::tsvector
        WHERE entry_id = ${entryId}::uuid`;
    }
    const migration = await readFile('prisma/migrations/20261127090000_sound_terms/migration.sql', 'utf8');
    for (const statement of migration.split(/;$/m)) {
      if (statement.trim() !== '') await db.$executeRawUnsafe(statement);
    }
    for (const { name, terms } of await stored()) expect(terms.sort()).toEqual(written.get(name));
  } finally {
    await drop();
  }
});

/** The column of sounds as it was: each character and its readings at one place, between '^' and '$'. */
function soundsBefore({ sounds }: IndexTerms): string {
  if (sounds.length === 0) return '';
  const places = sounds.flatMap(({ literal, readings, otherReadings }, index) =>
    [literal, ...readings, ...otherReadings].map((text) => `'${text}':${index + 2}`),
  );
  return [`'^':1`, ...places, `'$':${sounds.length + 2}`].join(' ');
}
