'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { callApi } from '@/components/call-api';
import { folderHref } from '@/components/entry/entry-links';
import type { FolderChoice } from '@/components/folder-picker/folder-tree';
import { queryKeys } from '@/components/query-keys';
import { showToast } from '@/components/ui/toast';
import { useErrorText } from '@/components/use-error-text';
import { savedEntries } from '@/contracts/shares';
import { shareApiPath } from '../open-visit';

/** Saves shared entries, all of them where none is named, to a folder of the visitor's own drive. */
export function useSaveShared(shareBatchNum: string, entryIds: string[] | undefined, onDone: () => void) {
  const t = useTranslations('shares.visit.save');
  const errorText = useErrorText();
  const router = useRouter();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (target: FolderChoice) =>
      callApi(savedEntries, `${shareApiPath(shareBatchNum)}/save`, {
        method: 'POST',
        body: { parentId: target.id, entryIds },
      }),
    onSuccess: ({ items }, target) => {
      void queryClient.invalidateQueries({ queryKey: queryKeys.entries });
      showToast({
        title: t('saved', { count: items.length, name: items[0]?.name ?? '' }),
        tone: 'success',
        action: { label: t('open'), run: () => router.push(folderHref(target.id)) },
      });
      onDone();
    },
    onError: (error) => {
      showToast({ title: errorText(error), tone: 'error' });
      onDone();
    },
  });
}
