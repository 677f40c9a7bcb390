import { expect, test } from 'vitest';
import { cutLine } from './cut-line';

test('a line is cut where a search stops to read it, without the blanks around it', () => {
  expect(cutLine('  年度 报告 ')).toBe('年度 报告');
  expect(cutLine('年'.repeat(5_000))).toBe('年'.repeat(1_000));
  expect(cutLine(`${'a'.repeat(999)} b`)).toBe('a'.repeat(999));
});

test('no character is cut in half', () => {
  expect(cutLine(`a${'😀'.repeat(600)}`)).toBe(`a${'😀'.repeat(499)}`);
  expect(cutLine('😀'.repeat(600))).toBe('😀'.repeat(500));
});

test('a line that was cut is not cut again', () => {
  for (const line of ['😀'.repeat(600), `b${'😀'.repeat(600)}`, `${'a'.repeat(999)} b`]) {
    expect(cutLine(cutLine(line))).toBe(cutLine(line));
  }
});
