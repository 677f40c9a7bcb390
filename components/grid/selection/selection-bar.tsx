'use client';
import { Ellipsis, X } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { announce } from '@/components/announce';
import { cn } from '@/components/class-names';
import { formatBytes } from '@/components/entry/format-bytes';
import { type Action, ActionMenu } from '@/components/ui/action-menu';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';

interface SelectionBarProps {
  count: number;
  /** Bytes of the selected files; null where a folder is among them, whose size is not known. */
  bytes: number | null;
  /** The same commands as in the context menu. */
  groups: Action[][];
  /** Those that get a button of their own, by id; the rest stands behind «⋯». */
  prominent: string[];
  onClear(): void;
}

/** What can be done with the selection. It takes the place of the list's tools, so that the list does not move. */
export function SelectionBar({ count, bytes, groups, prominent, onClear }: SelectionBarProps) {
  const t = useTranslations('common.selection');
  const locale = useLocale();
  const [menuAnchor, setMenuAnchor] = useState<Element | null>(null);
  const text = t('count', { count });
  useEffect(() => announce(text), [text]);
  const actions = groups.flat();
  const buttons = prominent.flatMap((id) => actions.filter((action) => action.id === id));
  const rest = groups.map((group) => group.filter((action) => !prominent.includes(action.id)));
  return (
    <section aria-label={t('label')} className="@container flex min-w-0 flex-1 items-center gap-1">
      <IconButton
        label={t('clear')}
        shortcut="Esc"
        onClick={onClear}
        className="-ml-1.5 hover:bg-accent-soft-hover"
      >
        <X />
      </IconButton>
      <p className="mr-auto min-w-0 truncate pr-2 font-medium text-[13px] tabular-nums">
        {text}
        {bytes !== null && (
          <span className="hidden font-normal text-ink-soft @md:inline"> · {formatBytes(bytes, locale)}</span>
        )}
      </p>
      {buttons.map((action) => (
        <ActionButton key={action.id} action={action} />
      ))}
      {rest.some((group) => group.length > 0) && (
        <IconButton
          label={t('more')}
          aria-haspopup="menu"
          onClick={(event) => setMenuAnchor(event.currentTarget)}
        >
          <Ellipsis />
        </IconButton>
      )}
      <ActionMenu anchor={menuAnchor} onClose={() => setMenuAnchor(null)} title={text} groups={rest} />
    </section>
  );
}

/** With its word where there is room, as a picture where there is none. */
function ActionButton({ action }: { action: Action }) {
  const Icon = action.icon;
  const isDisabled = action.disabledReason !== undefined;
  const look = cn('hover:bg-accent-soft-hover', action.danger && 'text-danger-text hover:text-danger-text');
  return (
    <>
      <Button
        variant="quiet"
        size="small"
        onClick={action.run}
        disabled={isDisabled}
        title={action.disabledReason}
        className={cn('@max-2xl:hidden', look)}
      >
        <Icon />
        {action.label}
      </Button>
      <IconButton
        label={action.label}
        onClick={action.run}
        disabled={isDisabled}
        className={cn('@2xl:hidden', look)}
      >
        <Icon />
      </IconButton>
    </>
  );
}
