'use client';
import type { LucideIcon } from 'lucide-react';
import { Fragment, type RefObject } from 'react';
import { cn } from '@/components/class-names';
import { Drawer } from './drawer';
import { MenuItem, MenuPanel, MenuRoot, MenuSeparator } from './menu';
import { useIsPhone } from './use-media-query';

/** A command of a context menu; `disabledReason` shows it greyed with the reason. */
export interface Action {
  id: string;
  label: string;
  icon: LucideIcon;
  run(): void;
  shortcut?: string;
  disabledReason?: string | undefined;
  danger?: boolean;
}

/** Where a context menu opens: a point of the screen, or a button. */
export type MenuAnchor = Element | { getBoundingClientRect(): DOMRect };

interface ActionMenuProps {
  /** Null closes it. */
  anchor: MenuAnchor | null;
  onClose(): void;
  /** Names the sheet on phones, and the menu for assistive technology. */
  title: string;
  /** Groups, parted by hairlines. */
  groups: Action[][];
  /** Where focus returns. */
  finalFocus?: RefObject<HTMLElement | null>;
}

/** A context menu at a point or a button; on phones a sheet from the lower edge. */
export function ActionMenu({ anchor, onClose, title, groups, finalFocus }: ActionMenuProps) {
  const isPhone = useIsPhone();
  const filled = groups.filter((group) => group.length > 0);
  if (isPhone) return <ActionSheet open={anchor !== null} onClose={onClose} title={title} groups={filled} />;
  return (
    <MenuRoot open={anchor !== null} onOpenChange={(open) => !open && onClose()}>
      <MenuPanel anchor={anchor} finalFocus={finalFocus}>
        {filled.map((group, index) => (
          <Fragment key={group[0]?.id}>
            {index > 0 && <MenuSeparator />}
            {group.map((action) => (
              <MenuItem
                key={action.id}
                icon={action.icon}
                onClick={action.run}
                shortcut={action.shortcut}
                disabled={action.disabledReason !== undefined}
                note={action.disabledReason}
                danger={action.danger ?? false}
              >
                {action.label}
              </MenuItem>
            ))}
          </Fragment>
        ))}
      </MenuPanel>
    </MenuRoot>
  );
}

interface ActionSheetProps {
  open: boolean;
  onClose(): void;
  title: string;
  groups: Action[][];
}

function ActionSheet({ open, onClose, title, groups }: ActionSheetProps) {
  return (
    <Drawer open={open} onOpenChange={(next) => !next && onClose()} title={title}>
      <ul className="p-2 pt-0">
        {groups.map((group, index) => (
          <li key={group[0]?.id} className={cn(index > 0 && 'mt-1 border-line border-t pt-1')}>
            <ul>
              {group.map((action) => (
                <li key={action.id}>
                  <SheetAction action={action} onClose={onClose} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Drawer>
  );
}

function SheetAction({ action, onClose }: { action: Action; onClose(): void }) {
  const Icon = action.icon;
  return (
    <button
      type="button"
      disabled={action.disabledReason !== undefined}
      onClick={() => {
        onClose();
        action.run();
      }}
      className={cn(
        'flex min-h-12 w-full items-center gap-4 rounded-control px-3 text-left text-[15px] active:bg-press disabled:opacity-50',
        action.danger && 'text-danger-text',
      )}
    >
      <Icon aria-hidden className={cn('size-5 shrink-0', !action.danger && 'text-ink-soft')} />
      <span className="flex min-w-0 flex-col">
        <span className="truncate">{action.label}</span>
        {action.disabledReason && <span className="text-ink-faint text-xs">{action.disabledReason}</span>}
      </span>
    </button>
  );
}
