'use client';
import { CircleCheck, QrCode } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { formatMoment } from '@/components/time/format-moment';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import type { Share } from '@/contracts/shares';
import { ShareQr } from './share-qr';

/** The link just made, its code, and what was agreed. */
export function CreatedShare({ share }: { share: Share }) {
  const t = useTranslations('shares.created');
  const qr = useTranslations('shares.qr');
  const locale = useLocale();
  const [isQrShown, setQrShown] = useState(false);
  const ends = share.endTime
    ? t('ends', { date: formatMoment(new Date(share.endTime), { locale }) })
    : t('never');
  return (
    <div className="flex flex-col gap-4">
      <div className="flex items-start gap-3 rounded-control bg-success-soft px-3.5 py-3 text-success-text">
        <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0" />
        <p role="status">
          <span className="block font-medium">{t('title')}</span>
          {t('text')}
        </p>
      </div>
      <div className="flex flex-wrap gap-3">
        <TextField
          label={t('link')}
          value={share.url}
          readOnly
          onFocus={(event) => event.currentTarget.select()}
          className="min-w-[200px] flex-[3]"
        />
        {share.extractionCode !== null && (
          <TextField
            label={t('code')}
            value={share.extractionCode}
            readOnly
            onFocus={(event) => event.currentTarget.select()}
            className="min-w-[110px] flex-1"
          />
        )}
      </div>
      {isQrShown && <ShareQr share={share} />}
      <div className="flex flex-wrap items-center gap-x-4 text-[13px] text-ink-soft">
        <span>{ends}</span>
        <span>{t(share.allowDownload ? 'canDownload' : 'viewOnly')}</span>
        <Button
          size="small"
          variant="quiet"
          aria-expanded={isQrShown}
          onClick={() => setQrShown(!isQrShown)}
          className="order-last ml-auto"
        >
          <QrCode />
          {qr(isQrShown ? 'hide' : 'show')}
        </Button>
        {share.downloadLimit !== null && <span>{t('limited', { count: share.downloadLimit })}</span>}
      </div>
    </div>
  );
}
