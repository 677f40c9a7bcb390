import { contentQuery } from '../entries';
import {
  changeShareInput,
  createShareInput,
  listSharesQuery,
  openShare,
  share,
  sharedEntryList,
  sharedFolderQuery,
  shareList,
  unlockInput,
} from '../shares';
import type { ApiRoute } from './api-route';

export const shareRoutes: ApiRoute[] = [
  {
    method: 'GET',
    path: '/api/shares',
    summary: 'My shares, newest first.',
    access: 'account',
    query: listSharesQuery,
    success: [{ status: 200, is: shareList, means: 'A page of them.' }],
  },
  {
    method: 'POST',
    path: '/api/shares',
    summary: 'Share files and folders under one link.',
    access: 'account',
    body: createShareInput,
    success: [{ status: 201, is: share, means: 'The new share.' }],
    errors: ['not_found'],
  },
  {
    method: 'PATCH',
    path: '/api/shares/{shareBatchNum}',
    summary: 'Change expiry, code or permission; a new end renews a share that has ended.',
    access: 'account',
    body: changeShareInput,
    success: [{ status: 200, is: share, means: 'The share as it is now.' }],
    errors: ['not_found', 'share_cancelled'],
  },
  {
    method: 'DELETE',
    path: '/api/shares/{shareBatchNum}',
    summary: 'Cancel a share for good.',
    access: 'account',
    success: [{ status: 204, means: 'Cancelled, now or before.' }],
    errors: ['not_found'],
  },
  {
    method: 'GET',
    path: '/api/s/{shareBatchNum}',
    summary: 'What a visitor sees first.',
    access: 'share',
    success: [{ status: 200, is: openShare, means: 'The share and its first entries.' }],
  },
  {
    method: 'POST',
    path: '/api/s/{shareBatchNum}/unlock',
    summary: 'Open a locked share with its extraction code; 20 wrong codes are looked at in ten minutes.',
    access: 'public',
    body: unlockInput,
    success: [{ status: 204, means: 'Open: a cookie of twelve hours is set.' }],
    errors: ['code_wrong', 'not_found', 'rate_limited', 'share_cancelled', 'share_expired'],
  },
  {
    method: 'GET',
    path: '/api/s/{shareBatchNum}/entries',
    summary: 'The shared entries, or what is in a folder among or below them.',
    access: 'share',
    query: sharedFolderQuery,
    success: [{ status: 200, is: sharedEntryList, means: 'A page of entries, folders first.' }],
  },
  ...(['GET', 'HEAD'] as const).map(
    (method): ApiRoute => ({
      method,
      path: '/api/s/{shareBatchNum}/entries/{entryId}/content',
      summary:
        'The bytes of a shared file. Where the share is view only: what browsers show, shown, and no download.',
      access: 'share',
      query: contentQuery,
      success: [
        { status: 200, is: 'application/octet-stream', means: 'All of it.' },
        { status: 206, is: 'application/octet-stream', means: 'The range asked for.' },
        { status: 304, means: 'Unchanged since If-None-Match.' },
      ],
      errors: ['forbidden', 'range_not_satisfiable', 'precondition_failed'],
    }),
  ),
];
