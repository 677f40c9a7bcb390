import { type Entry, entry, entryList } from '@/contracts/entries';
import { ApiError, callApi, errorFromProblem, urlWithQuery } from '../call-api';
import type { UploadTransport } from './upload-queue';

/** Uploads of the browser. `XMLHttpRequest`, because `fetch` tells no progress of what it sends. */
export const uploadTransport: UploadTransport = {
  async openFolder(parentId, name) {
    try {
      const body = { kind: 'folder', name, parentId, onConflict: 'fail' };
      return (await callApi(entry, '/api/entries', { method: 'POST', body })).id;
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'name_taken') throw error;
      const existing = await findFolder(parentId, name);
      if (existing) return existing.id;
      // A file has the name: the folder gets another.
      const body = { kind: 'folder', name, parentId, onConflict: 'rename' };
      return (await callApi(entry, '/api/entries', { method: 'POST', body })).id;
    }
  },

  sendFile(file, place, onProgress, signal) {
    return new Promise<Entry>((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open('PUT', urlWithQuery('/api/files', place));
      request.setRequestHeader('Content-Type', file.type || 'application/octet-stream');
      request.upload.addEventListener('progress', (event) => onProgress(event.loaded));
      request.addEventListener('load', () => {
        const { status, responseText } = request;
        if (status >= 200 && status < 300) resolve(entry.parse(JSON.parse(responseText)));
        else reject(errorFromProblem(status, responseText, request.getResponseHeader('retry-after')));
      });
      request.addEventListener('error', () => {
        reject(new ApiError('offline', 'The server could not be reached.', { status: 0 }));
      });
      request.addEventListener('abort', () => reject(new DOMException('Cancelled', 'AbortError')));
      signal.addEventListener('abort', () => request.abort(), { once: true });
      request.send(file);
    });
  },
};

/** The folder of a name. Names are taken whatever their case and composition, so that is how it is looked for. */
async function findFolder(parentId: string, name: string): Promise<Entry | undefined> {
  const wanted = fold(name);
  let cursor: string | undefined;
  do {
    const page = await callApi(entryList, '/api/entries', { query: { parentId, limit: 1_000, cursor } });
    const found = page.items.find((item) => item.kind === 'folder' && fold(item.name) === wanted);
    if (found) return found;
    // Folders come first: the first file ends the search.
    if (page.items.some((item) => item.kind === 'file')) return undefined;
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return undefined;
}

function fold(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
