'use client';
import { Dialog } from '@base-ui/react/dialog';
import { usePathname, useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { openHref, searchHref, showInFolderHref } from '@/components/entry/entry-links';
import { NameDialog } from '@/components/entry-commands/name-dialog';
import { useChangeEntries } from '@/components/entry-commands/use-change-entries';
import { useRecentSearches } from '@/components/search/recent-searches';
import { useUploadHere } from '@/components/upload/use-upload-here';
import { PaletteBox } from './palette-box';
import type { PaletteItem } from './palette-items';
import { closePalette, usePalette } from './palette-store';
import { usePaletteActions } from './use-palette-actions';

/** The command palette: files and folders by name, and what can be done from every page. */
export function PaletteDialog() {
  const t = useTranslations('common.palette');
  const names = useTranslations('files.nameDialog');
  const router = useRouter();
  const isOpen = usePalette((state) => state.open);
  const folderId = useOpenFolder();
  const change = useChangeEntries();
  const { remember } = useRecentSearches();
  const [isNaming, setNaming] = useState(false);
  const upload = useUploadHere({ parentId: folderId, parentName: t('thisFolder') });
  const actions = usePaletteActions({ pickFiles: upload.pickFiles, newFolder: () => setNaming(true) });

  function choose(item: PaletteItem): void {
    closePalette();
    if (item.type === 'action') item.action.run();
    else if (item.type === 'hit') router.push(openHref(item.hit));
    else {
      remember(item.words);
      router.push(searchHref(item.words));
    }
  }

  return (
    <>
      {upload.inputs}
      <Dialog.Root open={isOpen} onOpenChange={(open) => usePalette.setState({ open })}>
        <Dialog.Portal>
          <Dialog.Backdrop className="fixed inset-0 z-50 bg-scrim transition-opacity duration-120 data-ending-style:opacity-0 data-starting-style:opacity-0" />
          <Dialog.Viewport className="fixed inset-0 z-50 flex items-start justify-center p-3 sm:p-6 sm:pt-[12dvh]">
            <Dialog.Popup
              aria-label={t('label')}
              className="flex max-h-[min(100%,520px)] w-full flex-col overflow-hidden rounded-sheet border border-line bg-raised text-ink shadow-high outline-none transition-[opacity,scale] duration-120 data-ending-style:scale-[0.98] data-starting-style:scale-[0.98] data-ending-style:opacity-0 data-starting-style:opacity-0 sm:w-[600px]"
            >
              <PaletteBox actions={actions} onChoose={choose} />
            </Dialog.Popup>
          </Dialog.Viewport>
        </Dialog.Portal>
      </Dialog.Root>
      {isNaming && (
        <NameDialog
          kind="folder"
          title={names('newFolderTitle')}
          saveLabel={names('create')}
          initialName={names('newFolderName')}
          acceptsInitialName
          save={async (name) => router.push(showInFolderHref(await change.create('folder', name, folderId)))}
          onClose={() => setNaming(false)}
          finalFocus={() => document.querySelector<HTMLElement>('#content')}
        />
      )}
    </>
  );
}

/** The folder that is open; the top on every other page. */
function useOpenFolder(): string {
  const [, page, folderId] = usePathname().split('/');
  return page === 'files' && folderId ? folderId : 'root';
}
