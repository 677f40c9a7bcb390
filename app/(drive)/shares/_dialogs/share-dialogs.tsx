'use client';
import { shareState } from '@/components/share/share-state';
import type { Share } from '@/contracts/shares';
import { ActivityDialog } from './activity-dialog';
import { CancelSharesDialog } from './cancel-shares-dialog';
import { ChangeShareDialog } from './change-share-dialog';
import { QrDialog } from './qr-dialog';

/** What a person wants to do, and with what. */
export type AskedShare =
  | { what: 'cancel'; shares: Share[] }
  | { what: 'change' | 'activity' | 'qr'; share: Share }
  | null;

interface ShareDialogsProps {
  asked: AskedShare;
  /** The server's present moment in milliseconds. */
  now: number;
  onClose(): void;
  onCancelled(): void;
}

/** The dialog that was asked for, if any. */
export function ShareDialogs({ asked, now, onClose, onCancelled }: ShareDialogsProps) {
  return (
    <>
      {asked?.what === 'change' && (
        <ChangeShareDialog
          share={asked.share}
          ended={shareState(asked.share, now) !== 'active'}
          onClose={onClose}
        />
      )}
      {asked?.what === 'activity' && <ActivityDialog share={asked.share} onClose={onClose} />}
      {asked?.what === 'qr' && <QrDialog share={asked.share} onClose={onClose} />}
      <CancelSharesDialog
        shares={asked?.what === 'cancel' ? asked.shares : []}
        onClose={onClose}
        onCancelled={onCancelled}
      />
    </>
  );
}
