'use client';
import { Plus, Upload } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { type Action, ActionMenu } from '@/components/ui/action-menu';
import { Button } from '@/components/ui/button';
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu';

interface NewMenuProps {
  make: Action[];
  upload: Action[];
}

/** Upload, and the menu of what can be made here. */
export function NewMenu({ make, upload }: NewMenuProps) {
  const t = useTranslations('files.toolbar');
  return (
    <div className="hidden shrink-0 items-center gap-2 md:flex">
      <Button onClick={() => upload[0]?.run()}>
        <Upload />
        {t('upload')}
      </Button>
      <Menu
        align="end"
        trigger={
          <Button variant="primary">
            <Plus />
            {t('new')}
          </Button>
        }
      >
        {make.map((action) => (
          <Line key={action.id} action={action} />
        ))}
        <MenuSeparator />
        {upload.map((action) => (
          <Line key={action.id} action={action} />
        ))}
      </Menu>
    </div>
  );
}

function Line({ action }: { action: Action }) {
  return (
    <MenuItem icon={action.icon} shortcut={action.shortcut} onClick={action.run}>
      {action.label}
    </MenuItem>
  );
}

/** The round button of phones that opens the same commands as a sheet. */
export function NewButton({ make, upload }: NewMenuProps) {
  const t = useTranslations('files.toolbar');
  const [anchor, setAnchor] = useState<Element | null>(null);
  return (
    <div className="md:hidden">
      <button
        type="button"
        aria-label={t('new')}
        aria-haspopup="dialog"
        onClick={(event) => setAnchor(event.currentTarget)}
        className="absolute right-4 bottom-[calc(72px+env(safe-area-inset-bottom))] z-20 flex size-14 items-center justify-center rounded-[18px] bg-accent text-on-accent shadow-mid active:bg-accent-press"
      >
        <Plus aria-hidden className="size-6" />
      </button>
      <ActionMenu anchor={anchor} onClose={() => setAnchor(null)} title={t('new')} groups={[upload, make]} />
    </div>
  );
}
