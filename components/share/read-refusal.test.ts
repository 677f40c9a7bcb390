import { expect, test } from 'vitest';
import { ApiError } from '@/components/call-api';
import { findRefusedEntry, findRefusedFields } from './read-refusal';

function refusal(path: string) {
  return new ApiError('invalid_input', 'no', { status: 422, fields: [{ path, message: 'no' }] });
}

test('a refused end is shown at the date and time', () => {
  expect(findRefusedFields(refusal('endTime'))).toEqual({ customEnd: 'endPast' });
  expect(findRefusedFields(refusal('extractionCode'))).toEqual({ code: 'codeInvalid' });
});

test('a refusal of an entry is about no field, and says which entry', () => {
  expect(findRefusedFields(refusal('entryIds.12'))).toBeUndefined();
  expect(findRefusedEntry(refusal('entryIds.12'))).toBe(12);
});

test('other errors are about neither', () => {
  const offline = new ApiError('offline', 'no', { status: 0 });
  expect(findRefusedFields(offline)).toBeUndefined();
  expect(findRefusedFields(null)).toBeUndefined();
  expect(findRefusedEntry(offline)).toBeNull();
  expect(findRefusedEntry(new Error('x'))).toBeNull();
});
