// Who may call each route of the API, and how others try. A route without a row fails tests/authorisation.test.ts:
// the hole found again and again in products of this kind is one route that forgot the check the others make.

/** What Ada owns, or shares, and a stranger knows the ids of. */
export interface Known {
  fileId: string;
  folderId: string;
  trashedId: string;
  tokenId: string;
  reportId: string;
  shareBatchNum: string;
}

export interface Try {
  url: string;
  json?: unknown;
  bytes?: string;
  /** Where the answer is 200 with an outcome for each id, every outcome must be `not_found`. */
  answersEach?: boolean;
}

export type Row =
  /** Anybody may call it; the reason says why that is right. */
  | { access: 'public'; because: string; try?: Try }
  /** Any account may call it, about itself only: there is no id to name another's. */
  | { access: 'account'; try: Try }
  /** Only the owner of what is named: a stranger is told that it does not exist. */
  | { access: 'owner'; tries: (known: Known) => Try[] }
  /** Administrators only, whatever it names. */
  | { access: 'administrator'; tries: (known: Known) => Try[] }
  /** Visitors of a share (tests/share-refusals.test.ts), with an account or without; both lead to what it holds. */
  | {
      access: 'share' | 'visiting account';
      url: (share: VisitedShare) => string;
      json?: (share: VisitedShare) => unknown;
      namesEntry: boolean;
    };

interface VisitedShare {
  shareBatchNum: string;
  entryId: string;
}

export const AUTHORISATION: Record<string, Row> = {
  'POST /api/accounts': {
    access: 'public',
    because: 'registering is how one gets an account',
    try: {
      url: '/api/accounts',
      json: { email: 'grace@example.org', name: 'Grace', password: 'long enough' },
    },
  },
  'GET /api/auth/[...nextauth]': { access: 'public', because: 'signing in is how one stops being anonymous' },
  'POST /api/auth/[...nextauth]': { access: 'public', because: 'as above' },
  'GET /api/me': { access: 'account', try: { url: '/api/me' } },
  'PATCH /api/me': { access: 'account', try: { url: '/api/me', json: { endNotices: true } } },
  'POST /api/me/password': {
    access: 'account',
    try: { url: '/api/me/password', json: { currentPassword: 'a', newPassword: 'long enough' } },
  },
  'GET /api/me/sessions': { access: 'account', try: { url: '/api/me/sessions' } },
  'DELETE /api/me/sessions': { access: 'account', try: { url: '/api/me/sessions' } },
  'GET /api/tokens': { access: 'account', try: { url: '/api/tokens' } },
  'POST /api/tokens': { access: 'account', try: { url: '/api/tokens', json: { name: 'x' } } },
  'DELETE /api/tokens': { access: 'account', try: { url: '/api/tokens' } },
  'DELETE /api/tokens/[tokenId]': {
    access: 'owner',
    tries: ({ tokenId }) => [{ url: `/api/tokens/${tokenId}` }],
  },

  'GET /api/entries': {
    access: 'owner',
    tries: ({ folderId }) => [{ url: `/api/entries?parentId=${folderId}` }],
  },
  'POST /api/entries': {
    access: 'owner',
    tries: ({ folderId }) => [
      { url: '/api/entries', json: { kind: 'folder', name: 'x', parentId: folderId } },
      { url: '/api/entries', json: { kind: 'file', name: 'x', parentId: folderId } },
    ],
  },
  'GET /api/entries/zip': {
    access: 'owner',
    tries: ({ fileId, folderId }) => [
      { url: `/api/entries/zip?ids=${fileId}` },
      { url: `/api/entries/zip?ids=${folderId},${fileId}` },
    ],
  },
  'GET /api/entries/[entryId]': {
    access: 'owner',
    tries: ({ fileId, trashedId }) => [
      { url: `/api/entries/${fileId}` },
      { url: `/api/entries/${trashedId}` },
    ],
  },
  'PATCH /api/entries/[entryId]': {
    access: 'owner',
    tries: ({ fileId, folderId }) => [
      { url: `/api/entries/${fileId}`, json: { name: 'mine.txt' } },
      { url: `/api/entries/${folderId}`, json: { parentId: 'root' } },
    ],
  },
  'DELETE /api/entries/[entryId]': {
    access: 'owner',
    tries: ({ fileId, trashedId }) => [
      { url: `/api/entries/${fileId}` },
      { url: `/api/entries/${fileId}?permanent=true` },
      { url: `/api/entries/${trashedId}?permanent=true` },
    ],
  },
  'GET /api/entries/[entryId]/content': {
    access: 'owner',
    tries: ({ fileId }) => [{ url: `/api/entries/${fileId}/content` }],
  },
  'HEAD /api/entries/[entryId]/content': {
    access: 'owner',
    tries: ({ fileId }) => [{ url: `/api/entries/${fileId}/content` }],
  },
  'POST /api/entries/batch': {
    access: 'owner',
    tries: ({ fileId, folderId, trashedId }) => [
      { url: '/api/entries/batch', json: { op: 'move', ids: [fileId], parentId: 'root' }, answersEach: true },
      { url: '/api/entries/batch', json: { op: 'copy', ids: [fileId], parentId: 'root' }, answersEach: true },
      { url: '/api/entries/batch', json: { op: 'trash', ids: [fileId, folderId] }, answersEach: true },
      { url: '/api/entries/batch', json: { op: 'restore', ids: [trashedId] }, answersEach: true },
      { url: '/api/entries/batch', json: { op: 'purge', ids: [trashedId, fileId] }, answersEach: true },
    ],
  },
  'PUT /api/files': {
    access: 'owner',
    tries: ({ folderId }) => [
      { url: `/api/files?parentId=${folderId}&name=x.txt`, bytes: 'x' },
      { url: `/api/files?parentId=${folderId}&name=file.txt&onConflict=replace`, bytes: 'x' },
    ],
  },
  'GET /api/recycle-bin': { access: 'account', try: { url: '/api/recycle-bin' } },
  'DELETE /api/recycle-bin': { access: 'account', try: { url: '/api/recycle-bin' } },
  'GET /api/search': { access: 'account', try: { url: '/api/search?q=file' } },
  'GET /api/events': { access: 'account', try: { url: '/api/events' } },

  'GET /api/shares': { access: 'account', try: { url: '/api/shares' } },
  'POST /api/shares': {
    access: 'owner',
    tries: ({ fileId }) => [{ url: '/api/shares', json: { entryIds: [fileId] } }],
  },
  'POST /api/shares/batch': {
    access: 'owner',
    tries: ({ shareBatchNum }) => [
      {
        url: '/api/shares/batch',
        json: { op: 'cancel', shareBatchNums: [shareBatchNum] },
        answersEach: true,
      },
    ],
  },
  'GET /api/shares/end-notices': { access: 'account', try: { url: '/api/shares/end-notices' } },
  'DELETE /api/shares/[shareBatchNum]/end-notice': {
    access: 'owner',
    tries: ({ shareBatchNum }) => [{ url: `/api/shares/${shareBatchNum}/end-notice` }],
  },
  'GET /api/shares/[shareBatchNum]/activity': {
    access: 'owner',
    tries: ({ shareBatchNum }) => [{ url: `/api/shares/${shareBatchNum}/activity` }],
  },
  'PATCH /api/shares/[shareBatchNum]': {
    access: 'owner',
    tries: ({ shareBatchNum }) => [{ url: `/api/shares/${shareBatchNum}`, json: { endTime: null } }],
  },
  'DELETE /api/shares/[shareBatchNum]': {
    access: 'owner',
    tries: ({ shareBatchNum }) => [{ url: `/api/shares/${shareBatchNum}` }],
  },
  'GET /api/s/[shareBatchNum]': {
    access: 'share',
    url: ({ shareBatchNum }) => `/api/s/${shareBatchNum}`,
    namesEntry: false,
  },
  'POST /api/s/[shareBatchNum]/unlock': {
    access: 'public',
    because: 'it is the door; it has its own limits',
  },
  'GET /api/s/[shareBatchNum]/zip': {
    access: 'share',
    url: ({ shareBatchNum, entryId }) => `/api/s/${shareBatchNum}/zip?ids=${entryId}`,
    namesEntry: true,
  },
  'POST /api/s/[shareBatchNum]/report': {
    access: 'share',
    url: ({ shareBatchNum }) => `/api/s/${shareBatchNum}/report`,
    json: () => ({ reason: 'abuse', text: 'Look at this.' }),
    namesEntry: false,
  },
  'GET /api/reports': { access: 'administrator', tries: () => [{ url: '/api/reports' }] },
  'PATCH /api/reports/[reportId]': {
    access: 'administrator',
    tries: ({ reportId }) => [
      { url: `/api/reports/${reportId}`, json: { resolution: 'dismissed' } },
      { url: `/api/reports/${reportId}`, json: { resolution: 'share_cancelled' } },
    ],
  },
  'GET /api/s/[shareBatchNum]/search': {
    access: 'share',
    url: ({ shareBatchNum }) => `/api/s/${shareBatchNum}/search?q=nobody`,
    namesEntry: false,
  },
  'POST /api/s/[shareBatchNum]/save': {
    access: 'visiting account',
    url: ({ shareBatchNum }) => `/api/s/${shareBatchNum}/save`,
    json: ({ entryId }) => ({ parentId: 'root', entryIds: [entryId] }),
    namesEntry: true,
  },
  'GET /api/s/[shareBatchNum]/entries': {
    access: 'share',
    url: ({ shareBatchNum }) => `/api/s/${shareBatchNum}/entries`,
    namesEntry: false,
  },
  'GET /api/s/[shareBatchNum]/entries/[entryId]/content': {
    access: 'share',
    url: ({ shareBatchNum, entryId }) => `/api/s/${shareBatchNum}/entries/${entryId}/content`,
    namesEntry: true,
  },
  'HEAD /api/s/[shareBatchNum]/entries/[entryId]/content': {
    access: 'share',
    url: ({ shareBatchNum, entryId }) => `/api/s/${shareBatchNum}/entries/${entryId}/content`,
    namesEntry: true,
  },

  'GET /api/health/live': {
    access: 'public',
    because: 'a probe has no account; it tells nothing',
    try: { url: '/api/health/live' },
  },
  'GET /api/health/ready': {
    access: 'public',
    because: 'a probe has no account',
    try: { url: '/api/health/ready' },
  },
  'GET /api/metrics': {
    access: 'public',
    because: 'it lets in this machine and administrators only (require-operator.test.ts)',
    try: { url: '/api/metrics' },
  },
  'GET /api/openapi.json': {
    access: 'public',
    because: 'the interface is no secret',
    try: { url: '/api/openapi.json' },
  },
};
