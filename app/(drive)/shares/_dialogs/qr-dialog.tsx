'use client';
import { useTranslations } from 'next-intl';
import { ShareQr } from '@/components/share/share-qr';
import { Dialog } from '@/components/ui/dialog';
import type { Share } from '@/contracts/shares';
import { useShareName } from '../use-share-name';

/** The link of a share as a QR code. Mount it to open it. */
export function QrDialog({ share, onClose }: { share: Share; onClose(): void }) {
  const t = useTranslations('shares.qr');
  const shareName = useShareName();
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('title')}
      description={<span className="line-clamp-2 break-words">{shareName(share)}</span>}
      size="small"
    >
      <ShareQr share={share} />
    </Dialog>
  );
}
