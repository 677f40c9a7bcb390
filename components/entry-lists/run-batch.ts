import { type BatchInput, batchResult, type Entry } from '@/contracts/entries';
import { errorCode } from '@/contracts/errors';
import { ApiError, callApi } from '../call-api';

export interface BatchOutcome {
  /** Ids it worked for. */
  doneIds: string[];
  /** Those of them that still are, as they are now. */
  entries: Entry[];
  /** One error for each id it did not work for. */
  errors: ApiError[];
}

/** Does one thing to many entries in one request. @throws {ApiError} when the request as a whole was refused. */
export async function runBatch(
  op: BatchInput['op'],
  ids: string[],
  parentId?: string,
): Promise<BatchOutcome> {
  const body = { op, ids, parentId };
  const { items } = await callApi(batchResult, '/api/entries/batch', { method: 'POST', body });
  return {
    doneIds: items.filter((item) => item.ok).map((item) => item.id),
    entries: items.flatMap((item) => (item.ok && item.entry ? [item.entry] : [])),
    errors: items.filter((item) => !item.ok).map(({ error }) => errorOf(error?.code, error?.detail)),
  };
}

function errorOf(code: string | undefined, detail: string | undefined): ApiError {
  const known = errorCode.safeParse(code);
  return new ApiError(known.success ? known.data : 'internal', detail ?? '', { status: 0 });
}
