import { expect, test } from 'vitest';
import { matchActions } from './match-action';

const ACTIONS = [
  { label: 'Upload files', alsoCalled: '上传文件' },
  { label: 'New folder', alsoCalled: '新建文件夹' },
  { label: 'Go to files', alsoCalled: '前往文件' },
  { label: 'Sign out', alsoCalled: '退出登录|log out' },
];
const found = (typed: string) => matchActions(ACTIONS, typed).map(({ label }) => label);

test.each([
  ['upl', ['Upload files']],
  ['FOLDER', ['New folder']],
  ['folder new', ['New folder']],
  ['nwf', ['New folder']],
  ['files', ['Upload files', 'Go to files']],
  ['上传', ['Upload files']],
  ['xjwjj', ['New folder']],
  ['log out', ['Sign out']],
  ['ｓｉｇｎ', ['Sign out']],
  ['report', []],
  ['older', ['New folder']],
  ['v', []],
])('%s means %j', (typed, labels) => {
  expect(found(typed)).toEqual(labels);
});

test('what begins with the letters comes before what only holds them', () => {
  expect(found('f')).toEqual(['Upload files', 'New folder', 'Go to files']);
  expect(found('go')[0]).toBe('Go to files');
});

test('all are offered while nothing is typed', () => {
  expect(found('  ')).toHaveLength(4);
});
