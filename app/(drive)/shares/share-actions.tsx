'use client';
import { Copy, Ellipsis, ExternalLink, RotateCcw, Settings2, Unlink } from 'lucide-react';
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

interface ShareActionsProps {
  share: Share;
  state: ShareState;
  onChange(): void;
  onCancel(): void;
}

/** Copy, and a menu of the rest. A cancelled share is over: nothing can be done with it. */
export function ShareActions({ share, state, onChange, onCancel }: ShareActionsProps) {
  const t = useTranslations('shares.mine');
  const created = useTranslations('shares.created');
  const name = useShareName()(share);
  const copy = useCopyShare(share);
  const button = useRef<HTMLButtonElement>(null);
  const [anchor, setAnchor] = useState<MenuAnchor | null>(null);
  if (state === 'cancelled') return null;
  const copyLabel = created(share.extractionCode === null ? 'copyLink' : 'copyBoth');
  const open: Action = {
    id: 'open',
    label: t('open'),
    icon: ExternalLink,
    run: () => window.open(share.url, '_blank', 'noopener'),
  };
  const copyAction: Action = { id: 'copy', label: copyLabel, icon: Copy, run: copy };
  const cancel: Action = { id: 'cancel', label: t('cancel'), icon: Unlink, danger: true, run: onCancel };
  const groups: Action[][] =
    state === 'active'
      ? [[copyAction, open], [{ id: 'change', label: t('change'), icon: Settings2, run: onChange }], [cancel]]
      : [[{ id: 'renew', label: t('renew'), icon: RotateCcw, run: onChange }], [cancel]];
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
        groups={groups}
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
