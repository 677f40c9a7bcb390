'use client';
import { useTranslations } from 'next-intl';
import { create } from 'zustand';
import { Dialog } from '@/components/ui/dialog';
import { Keys } from '@/components/ui/keys';

const useShortcuts = create<{ open: boolean }>(() => ({ open: false }));

/** Opens the list of keys from anywhere. */
export function openShortcuts(): void {
  useShortcuts.setState({ open: true });
}

const GROUPS = [
  {
    id: 'navigate',
    rows: [
      ['move', ['↑', '↓']],
      ['open', ['Enter']],
      ['up', ['Backspace']],
      ['search', ['/']],
      ['palette', ['Ctrl+K']],
      ['help', ['?']],
    ],
  },
  {
    id: 'select',
    rows: [
      ['toggle', ['Space']],
      ['extend', ['Shift+↑', 'Shift+↓']],
      ['all', ['Ctrl+A']],
      ['clear', ['Esc']],
    ],
  },
  {
    id: 'change',
    rows: [
      ['rename', ['F2']],
      ['delete', ['Delete']],
      ['newFolder', ['Shift+N']],
      ['upload', ['Shift+U']],
      ['details', ['Shift+D']],
      ['view', ['Shift+V']],
      ['menu', ['Shift+F10']],
    ],
  },
] as const;

/** The list of keys (`?`). Stands once, in the shell. */
export function ShortcutsDialog() {
  const t = useTranslations('common.shortcuts');
  const open = useShortcuts((state) => state.open);
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => useShortcuts.setState({ open: next })}
      title={t('title')}
      size="large"
    >
      <div className="gap-x-10 pb-4 sm:columns-2">
        {GROUPS.map((group) => (
          <section key={group.id} className="mb-6 break-inside-avoid">
            <h3 className="mb-1 font-medium text-[13px] text-ink-faint">{t(`groups.${group.id}`)}</h3>
            <dl>
              {group.rows.map(([id, keys]) => (
                <div
                  key={id}
                  className="flex min-h-9 items-center justify-between gap-4 border-line border-b"
                >
                  <dt>{t(`keys.${id}`)}</dt>
                  <dd className="flex gap-2">
                    {keys.map((combination) => (
                      <Keys key={combination} keys={combination} />
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
