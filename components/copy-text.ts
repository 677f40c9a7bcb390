/**
 * Puts a text on the clipboard; call it from a click or a key press.
 * @returns false when the browser refuses.
 */
export async function copyText(text: string): Promise<boolean> {
  // Absent outside of secure contexts: a drive in the local network is often reached by plain http.
  if (navigator.clipboard) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
    }
  }
  return copyFromTextarea(text);
}

function copyFromTextarea(text: string): boolean {
  const focused = document.activeElement;
  const area = document.createElement('textarea');
  area.value = text;
  area.style.position = 'fixed';
  area.style.opacity = '0';
  // Inside an open dialog, which keeps focus within itself.
  (focused?.closest('[role="dialog"]') ?? document.body).append(area);
  area.select();
  const copied = document.execCommand('copy');
  area.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return copied;
}
