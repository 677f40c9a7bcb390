'use client';
import { LayoutGrid, List } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { IconButton } from '@/components/ui/icon-button';
import { useSharedLayout } from './shared-layout';

/** Turns lines into tiles, and back. */
export function LayoutButton() {
  const t = useTranslations('files.toolbar');
  const { layout, setLayout } = useSharedLayout();
  const isList = layout === 'list';
  return (
    <IconButton
      label={t(isList ? 'showTiles' : 'showList')}
      onClick={() => setLayout(isList ? 'tiles' : 'list')}
    >
      {isList ? <LayoutGrid /> : <List />}
    </IconButton>
  );
}
