'use client';
import { type ReactNode, useState } from 'react';
import { loadNextPage } from '@/components/entry-lists/load-next-page';
import { MoreButton, type MorePages } from '@/components/entry-lists/more-button';
import type { OpenShare, SharedEntry } from '@/contracts/shares';
import { useSharedLayout } from './shared-layout';
import { SharedLine } from './shared-line';
import { SharedPreview } from './shared-preview';
import { SharedTile } from './shared-tile';
import { SharedTools } from './shared-tools';

interface SharedEntriesProps<Item extends SharedEntry> {
  share: OpenShare;
  isSignedIn: boolean;
  entries: Item[];
  /** What the tools mean while nothing is selected; undefined: all that is shared, null: nothing. */
  unselected: string[] | undefined | null;
  /** The name, where more is shown of it than its letters; and what stands under it. */
  name?(entry: Item): ReactNode;
  below?(entry: Item): ReactNode;
  /** Where the entries come from, page by page. */
  pages: MorePages;
  recheck(): void;
}

const LAYOUTS = {
  list: 'divide-y divide-line border-line border-y sm:-mx-3',
  tiles: 'grid grid-cols-2 gap-3 sm:grid-cols-3 md:grid-cols-4',
};

/** Shared entries as lines or tiles to choose from, and what can be done with the chosen. */
export function SharedEntries<Item extends SharedEntry>(props: SharedEntriesProps<Item>) {
  const { share, isSignedIn, entries, unselected, name, below, pages, recheck } = props;
  const { layout } = useSharedLayout();
  const EntryItem = layout === 'list' ? SharedLine : SharedTile;
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const selectedIds = entries.map(({ id }) => id).filter((id) => selected.has(id));
  return (
    <>
      {share.allowDownload && (selectedIds.length > 0 || unselected !== null) && (
        <div className="flex min-h-11 flex-wrap items-center gap-2 pb-2">
          <SharedTools
            share={share}
            isSignedIn={isSignedIn}
            selectedIds={selectedIds}
            unselected={unselected ?? undefined}
            onClear={() => setSelected(new Set())}
            recheck={recheck}
          />
        </div>
      )}
      <ul className={LAYOUTS[layout]}>
        {entries.map((entry) => (
          <EntryItem
            key={entry.id}
            share={share}
            entry={entry}
            name={name?.(entry)}
            below={below?.(entry)}
            isSelected={selected.has(entry.id)}
            onSelect={(isSelected) => setSelected(withId(selected, entry.id, isSelected))}
            recheck={recheck}
          />
        ))}
      </ul>
      <SharedPreview
        share={share}
        entries={entries}
        hasMore={pages.hasNextPage}
        onNearEnd={() => pages.hasNextPage && void loadNextPage(pages)}
        recheck={recheck}
      />
      <div className="flex flex-col items-center gap-3 pt-4 empty:hidden">
        <MoreButton pages={pages} />
      </div>
    </>
  );
}

function withId(ids: ReadonlySet<string>, id: string, isIn: boolean): ReadonlySet<string> {
  const changed = new Set(ids);
  if (isIn) changed.add(id);
  else changed.delete(id);
  return changed;
}
