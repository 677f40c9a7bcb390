'use client';
import { FolderInput } from 'lucide-react';
import Link from 'next/link';
import { usePathname, useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { urlWithQuery } from '@/components/call-api';
import { FolderPicker } from '@/components/folder-picker/folder-picker';
import { Button } from '@/components/ui/button';
import { buttonClasses } from '@/components/ui/button-classes';
import type { OpenShare } from '@/contracts/shares';
import { checkShare } from '../open-visit';
import { useSaveShared } from './use-save-shared';

interface SaveButtonProps {
  share: OpenShare;
  /** Undefined: all that is shared. */
  entryIds: string[] | undefined;
  hasSelection: boolean;
  isSignedIn: boolean;
  recheck(): void;
}

/** Saves to the visitor's own drive; who has not signed in is led there and back. */
export function SaveButton({ share, entryIds, hasSelection, isSignedIn, recheck }: SaveButtonProps) {
  const t = useTranslations('shares.visit.save');
  const visit = useTranslations('shares.visit');
  const here = urlWithQuery(usePathname(), Object.fromEntries(useSearchParams()));
  const [isChoosing, setChoosing] = useState(false);
  const save = useSaveShared(share.shareBatchNum, entryIds, () => {
    setChoosing(false);
    checkShare(share, recheck);
  });
  if (!isSignedIn) {
    return (
      <Link
        href={urlWithQuery('/login', { callbackUrl: here })}
        className={buttonClasses({ variant: 'quiet', size: 'small' })}
      >
        <FolderInput aria-hidden />
        {t('signIn')}
      </Link>
    );
  }
  return (
    <>
      <Button
        size="small"
        onClick={() => setChoosing(true)}
        // A save is a download too.
        disabled={share.downloadsUsedUp}
        title={share.downloadsUsedUp ? visit('usedUp') : undefined}
      >
        <FolderInput />
        {t(hasSelection ? 'saveSelected' : 'saveAll')}
      </Button>
      {isChoosing && (
        <FolderPicker
          title={t('title')}
          chooseLabel={t('save')}
          note={(folder) => t('target', { folder: folder.name })}
          isBusy={save.isPending}
          onChoose={(folder) => save.mutate(folder)}
          onClose={() => setChoosing(false)}
        />
      )}
    </>
  );
}
