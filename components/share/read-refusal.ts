import { ApiError } from '@/components/call-api';
import type { ShareProblems } from './share-settings';

/** The fields a refusal names; undefined when it is about something else. */
export function findRefusedFields(error: Error | null): ShareProblems | undefined {
  if (!(error instanceof ApiError) || error.code !== 'invalid_input') return undefined;
  const paths = new Set(error.fields.map((field) => field.path));
  const problems: ShareProblems = {};
  // The fields were checked here before: what the server adds is that its clock is ahead.
  if (paths.has('endTime')) problems.customEnd = 'endPast';
  if (paths.has('extractionCode')) problems.code = 'codeInvalid';
  if (paths.has('downloadLimit')) problems.limit = 'limitInvalid';
  if (paths.has('message')) problems.message = 'messageLong';
  return Object.keys(problems).length > 0 ? problems : undefined;
}

/** Which of the chosen entries a refusal is about (`entryIds.3`); null when about none. */
export function findRefusedEntry(error: Error): number | null {
  if (!(error instanceof ApiError)) return null;
  for (const { path } of error.fields) {
    const index = /^entryIds\.(\d+)$/.exec(path)?.[1];
    if (index !== undefined) return Number(index);
  }
  return null;
}
