/** Has a small label follow the pointer instead of the browser's picture of one row. */
export function showDragImage(transfer: DataTransfer, text: string): void {
  const label = document.createElement('div');
  label.textContent = text;
  label.className =
    'fixed -top-40 left-0 max-w-72 truncate rounded-control bg-accent px-3 py-2 text-sm font-medium text-on-accent shadow-mid';
  document.body.append(label);
  transfer.setDragImage(label, -12, -8);
  // The browser takes its picture after the event.
  setTimeout(() => label.remove());
}
