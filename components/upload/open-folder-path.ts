/**
 * Opens the folders that a dropped file lies in, from the top down, making those that are not there. Files that are
 * dropped together share their folders: each is asked for once, however many uploads want it at the same time.
 */
export function createFolderOpener(openFolder: (parentId: string, name: string) => Promise<string>) {
  const opened = new Map<string, Promise<string>>();

  function openOne(batch: number, parentId: string, name: string): Promise<string> {
    const key = JSON.stringify([batch, parentId, name]);
    const known = opened.get(key);
    if (known) return known;
    const opening = openFolder(parentId, name);
    opened.set(key, opening);
    // A retry must ask again, not hear the old failure.
    opening.catch(() => opened.delete(key));
    return opening;
  }

  return async (batch: number, parentId: string, folders: string[]): Promise<string> => {
    let id = parentId;
    for (const name of folders) id = await openOne(batch, id, name);
    return id;
  };
}
