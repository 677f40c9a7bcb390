'use client';
import { FolderSearch } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId, useRef, useState } from 'react';
import { callApi } from '@/components/call-api';
import { useFailureToasts } from '@/components/entry-lists/use-failure-toasts';
import { FolderPicker } from '@/components/folder-picker/folder-picker';
import type { FolderChoice } from '@/components/folder-picker/folder-tree';
import { Button } from '@/components/ui/button';
import { type Entry, entry } from '@/contracts/entries';
import { filterValue, withFilter } from './edit-query-line';
import type { FilterFieldProps } from './filter-panel';

/** The folder that hits stand in or below. */
export function FolderFilter({ line, onChange }: FilterFieldProps) {
  const t = useTranslations('search.filters');
  const { showFailure } = useFailureToasts();
  const labelId = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [isChoosing, setChoosing] = useState(false);
  const place = filterValue(line, 'in');

  async function choose(folder: FolderChoice): Promise<void> {
    setChoosing(false);
    if (folder.id === 'root') {
      onChange(withFilter(line, 'in', null));
      return;
    }
    try {
      const chosen = await callApi(entry, `/api/entries/${encodeURIComponent(folder.id)}`);
      onChange(inFolder(line, chosen));
    } catch (error) {
      showFailure(error);
    }
  }

  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <span id={labelId} className="font-medium text-[13px]">
        {t('folder')}
      </span>
      <Button
        ref={button}
        aria-describedby={labelId}
        onClick={() => setChoosing(true)}
        className="h-10 min-w-0 justify-start [&>span]:min-w-0"
      >
        <FolderSearch aria-hidden className="text-ink-faint" />
        <span className="truncate font-normal">{place ?? t('everywhere')}</span>
      </Button>
      {isChoosing && (
        <FolderPicker
          title={t('folderTitle')}
          chooseLabel={t('searchHere')}
          note={(folder) => t('folderNote', { folder: folder.name })}
          onChoose={(folder) => void choose(folder)}
          onClose={() => setChoosing(false)}
          finalFocus={() => button.current}
        />
      )}
    </div>
  );
}

/** The line narrowed to a folder: by its path, which people can read, or by its id where that cannot be written. */
function inFolder(line: string, { id, name, path }: Entry): string {
  const place = `/${[...path.map((part) => part.name), name].join('/')}`;
  const byPath = withFilter(line, 'in', place);
  return filterValue(byPath, 'in') === place ? byPath : withFilter(line, 'in', id);
}
