/**
 * Where the stem of a file name ends: what a rename selects, so that typing keeps the extension. Folders and names
 * such as '.gitignore' are stems as a whole; 'a.tar.gz' keeps both of its endings.
 */
export function stemLength(name: string, kind: 'file' | 'folder'): number {
  if (kind === 'folder') return name.length;
  const double = /\.tar\.[a-z0-9]{1,4}$/i.exec(name);
  const dot = double && double.index > 0 ? double.index : name.lastIndexOf('.');
  return dot > 0 ? dot : name.length;
}
