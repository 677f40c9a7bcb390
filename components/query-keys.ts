/** The names of what TanStack Query keeps. One place, so that live updates invalidate exactly what pages show. */
export const queryKeys = {
  me: ['me'],
  entries: ['entries'],
  folders: ['entries', 'folder'],
  folder: (parentId: string, sort?: string, order?: string) =>
    sort === undefined
      ? ['entries', 'folder', parentId]
      : ['entries', 'folder', parentId, `${sort}-${order}`],
  /** The folders of a folder, as the move dialog walks them. */
  subfolders: (parentId: string) => ['entries', 'subfolders', parentId],
  oneEntry: ['entries', 'one'],
  entry: (id: string) => ['entries', 'one', id],
  recycleBin: ['recycle-bin'],
  search: ['search'],
  shares: ['shares'],
  shareList: (state: object) => ['shares', 'list', state],
  endNotices: ['shares', 'end-notices'],
  shareActivity: (shareBatchNum: string) => ['shares', 'activity', shareBatchNum],
  /** A share as a visitor sees it. */
  visit: (shareBatchNum: string) => ['visit', shareBatchNum],
  visitFolder: (shareBatchNum: string, folderId: string | null) => [
    'visit',
    shareBatchNum,
    'folder',
    folderId,
  ],
  visitSearch: (shareBatchNum: string, words: string) => ['visit', shareBatchNum, 'search', words],
  reports: ['reports'],
  sessions: ['sessions'],
  tokens: ['tokens'],
} as const;
