'use client';
import { Copy, Ellipsis, ExternalLink, History, QrCode, RotateCcw, Settings2, Unlink } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { copyText } from '@/components/copy-text';
import type { ShareState } from '@/components/share/share-state';
import { useShareText } from '@/components/share/use-share-text';
import { type Action, ActionMenu, type MenuAnchor } from '@/components/ui/action-menu';
import { IconButton } from '@/components/ui/icon-button';
import { showToast } from '@/components/ui/toast';
import type { Share } from '@/contracts/shares';
import { useShareName } from './use-share-name';

/** What opens a dialog about a share. */
export type ShareDeed = 'change' | 'cancel' | 'activity' | 'qr';

interface ShareActionsProps {
  share: Share;
  state: ShareState;
  onAsk(what: ShareDeed): void;
}

/** Copy, and a menu of the rest. A cancelled share is over: one can only read how it went. */
export function ShareActions({ share, state, onAsk }: ShareActionsProps) {
  const t = useTranslations('shares.mine');
  const created = useTranslations('shares.created');
  const name = useShareName()(share);
  const copy = useCopyShare(share);
  const button = useRef<HTMLButtonElement>(null);
  const [anchor, setAnchor] = useState<MenuAnchor | null>(null);
  const copyLabel = created(share.extractionCode === null ? 'copyLink' : 'copyBoth');
  const open: Action = {
    id: 'open',
    label: t('open'),
    icon: ExternalLink,
    run: () => window.open(share.url, '_blank', 'noopener'),
  };
  const copyAction: Action = { id: 'copy', label: copyLabel, icon: Copy, run: copy };
  const cancel: Action = {
    id: 'cancel',
    label: t('cancel'),
    icon: Unlink,
    danger: true,
    run: () => onAsk('cancel'),
  };
  const change = () => onAsk('change');
  const activity: Action = {
    id: 'activity',
    label: t('activity'),
    icon: History,
    run: () => onAsk('activity'),
  };
  const qr: Action = { id: 'qr', label: t('qr'), icon: QrCode, run: () => onAsk('qr') };
  const groups: Record<ShareState, Action[][]> = {
    active: [
      [copyAction, qr, open],
      [{ id: 'change', label: t('change'), icon: Settings2, run: change }, activity],
      [cancel],
    ],
    expired: [[{ id: 'renew', label: t('renew'), icon: RotateCcw, run: change }, activity], [cancel]],
    cancelled: [[activity]],
  };
  return (
    <div className="flex">
      {state === 'active' && (
        <IconButton label={copyLabel} onClick={copy}>
          <Copy />
        </IconButton>
      )}
      <IconButton
        ref={button}
        label={t('actionsFor', { name })}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <Ellipsis />
      </IconButton>
      <ActionMenu
        anchor={anchor}
        onClose={() => setAnchor(null)}
        title={name}
        groups={groups[state]}
        finalFocus={button}
      />
    </div>
  );
}

function useCopyShare(share: Share): () => Promise<void> {
  const t = useTranslations('shares.mine');
  const common = useTranslations('common');
  const shareText = useShareText();
  return async () => {
    const copied = await copyText(shareText(share));
    if (!copied) showToast({ title: common('copyFailed'), tone: 'error' });
    else showToast({ title: t(share.extractionCode === null ? 'copiedLink' : 'copied'), tone: 'success' });
  };
}
