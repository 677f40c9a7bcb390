import { z } from 'zod';
import {
  batchInput,
  batchResult,
  changeEntryInput,
  createEntryInput,
  entry,
  entryList,
  listFolderQuery,
  recycleBinList,
  recycleBinQuery,
  uploadFileQuery,
} from '../entries';
import type { ErrorCode } from '../errors';
import { searchQuery, searchResult } from '../search';
import type { ApiRoute } from './api-route';

const uploadErrors: ErrorCode[] = [
  'not_found',
  'name_taken',
  'file_too_large',
  'quota_exceeded',
  'body_incomplete',
];

export const driveRoutes: ApiRoute[] = [
  {
    method: 'GET',
    path: '/api/entries',
    summary: 'What is in a folder, folders first.',
    access: 'account',
    query: listFolderQuery,
    success: [{ status: 200, is: entryList, means: 'A page of entries.' }],
    errors: ['not_found'],
  },
  {
    method: 'POST',
    path: '/api/entries',
    summary: 'Create a folder, or an empty file.',
    access: 'account',
    body: createEntryInput,
    success: [{ status: 201, is: entry, means: 'The new entry.' }],
    errors: ['not_found', 'name_taken'],
  },
  {
    method: 'GET',
    path: '/api/entries/{entryId}',
    summary: 'One entry.',
    access: 'account',
    success: [{ status: 200, is: entry, means: 'The entry.' }],
    errors: ['not_found'],
  },
  {
    method: 'PATCH',
    path: '/api/entries/{entryId}',
    summary: 'Rename or move an entry, with all that is in it.',
    access: 'account',
    body: changeEntryInput,
    success: [{ status: 200, is: entry, means: 'The entry as it is now.' }],
    errors: ['not_found', 'name_taken', 'cycle'],
  },
  {
    method: 'DELETE',
    path: '/api/entries/{entryId}',
    summary: 'Put an entry into the recycle bin; with permanent=true, destroy it.',
    access: 'account',
    query: z.object({ permanent: z.enum(['true', 'false']).optional() }),
    success: [{ status: 204, means: 'Done.' }],
    errors: ['not_found'],
  },
  {
    method: 'POST',
    path: '/api/entries/batch',
    summary: 'Move, copy, trash, restore or purge many entries; each has its own outcome.',
    access: 'account',
    body: batchInput,
    success: [{ status: 200, is: batchResult, means: 'One outcome for each id, in the order given.' }],
    errors: ['not_found'],
  },
  ...(['GET', 'HEAD'] as const).map(
    (method): ApiRoute => ({
      method,
      path: '/api/entries/{entryId}/content',
      summary: 'The bytes of a file; Range, If-None-Match and If-Range are understood.',
      access: 'account',
      query: z.object({ download: z.enum(['0', '1']).optional() }),
      success: [
        { status: 200, is: 'application/octet-stream', means: 'All of it.' },
        { status: 206, is: 'application/octet-stream', means: 'The range asked for.' },
        { status: 304, means: 'Unchanged since If-None-Match.' },
      ],
      errors: ['not_found', 'range_not_satisfiable'],
    }),
  ),
  {
    method: 'PUT',
    path: '/api/files',
    summary: 'Upload a file: the body is its bytes, streamed.',
    access: 'account',
    query: uploadFileQuery,
    body: 'bytes',
    success: [
      { status: 201, is: entry, means: 'The new file.' },
      { status: 200, is: entry, means: 'The file whose bytes were replaced.' },
    ],
    errors: uploadErrors,
  },
  {
    method: 'GET',
    path: '/api/recycle-bin',
    summary: 'What was deleted, latest first.',
    access: 'account',
    query: recycleBinQuery,
    success: [{ status: 200, is: recycleBinList, means: 'A page of what the person deleted.' }],
  },
  {
    method: 'GET',
    path: '/api/search',
    summary: 'Find entries by name, with the matches marked.',
    access: 'account',
    query: searchQuery,
    success: [{ status: 200, is: searchResult, means: 'A page of hits.' }],
    errors: ['unavailable'],
  },
];
