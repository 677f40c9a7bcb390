'use client';
import { ArrowDownNarrowWide, ArrowUpNarrowWide, LayoutGrid, List, PanelRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuChoice, MenuSeparator } from '@/components/ui/menu';
import { type SortKey, useViewSettings } from '../_data/view-settings';

const SORT_KEYS: SortKey[] = ['name', 'updatedAt', 'size', 'kind'];

/** Above the list: how many there are, and how they are shown. */
export function ListTools({ total }: { total: number | null }) {
  const t = useTranslations('files');
  return (
    <>
      <p className="min-w-0 flex-1 truncate text-[13px] text-ink-faint tabular-nums">
        {total !== null && t('toolbar.count', { count: total })}
      </p>
      <SortMenu />
      <LayoutSwitch />
      <DetailsSwitch />
    </>
  );
}

function SortMenu() {
  const t = useTranslations('files');
  const { sort, order, setSort } = useViewSettings();
  const Arrow = order === 'asc' ? ArrowUpNarrowWide : ArrowDownNarrowWide;
  return (
    <Menu
      align="end"
      trigger={
        <Button
          variant="quiet"
          size="small"
          aria-label={t('toolbar.sortBy', { column: t(`columns.${sort}`) })}
        >
          <Arrow />
          {t(`columns.${sort}`)}
        </Button>
      }
    >
      <MenuChoice
        label={t('toolbar.sort')}
        value={sort}
        onValueChange={(next) => setSort(next, order)}
        options={SORT_KEYS.map((value) => ({ value, label: t(`columns.${value}`) }))}
      />
      <MenuSeparator />
      <MenuChoice
        label={t('toolbar.order')}
        value={order}
        onValueChange={(next) => setSort(sort, next)}
        options={[
          { value: 'asc', label: t('toolbar.ascending') },
          { value: 'desc', label: t('toolbar.descending') },
        ]}
      />
    </Menu>
  );
}

function LayoutSwitch() {
  const t = useTranslations('files.toolbar');
  const { layout, setLayout } = useViewSettings();
  const isList = layout === 'list';
  return (
    <IconButton
      label={isList ? t('showTiles') : t('showList')}
      shortcut="Shift+V"
      onClick={() => setLayout(isList ? 'tiles' : 'list')}
    >
      {isList ? <LayoutGrid /> : <List />}
    </IconButton>
  );
}

function DetailsSwitch() {
  const t = useTranslations('files.toolbar');
  const { detailsOpen, toggleDetails } = useViewSettings();
  return (
    <IconButton
      label={t('details')}
      shortcut="Shift+D"
      aria-pressed={detailsOpen}
      onClick={toggleDetails}
      className="max-md:hidden"
    >
      <PanelRight />
    </IconButton>
  );
}
