import type { KeyboardEvent } from 'react';

/** Delete, and Cmd+Backspace, as each system throws away. */
export function isTrashKey(event: KeyboardEvent): boolean {
  if (event.shiftKey || event.altKey || event.ctrlKey) return false;
  return (event.key === 'Delete' && !event.metaKey) || (event.key === 'Backspace' && event.metaKey);
}
