'use client';
import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { Button } from '@/components/ui/button';
import { showToast } from '@/components/ui/toast';
import type { Share } from '@/contracts/shares';
import { qrCodeOf, qrPng, qrSvg } from './qr-code';

/** The link as a QR code to be scanned, or saved as a picture. The extraction code is not in it. */
export function ShareQr({ share }: { share: Pick<Share, 'url' | 'extractionCode'> }) {
  const t = useTranslations('shares.qr');
  const code = useMemo(() => qrCodeOf(share.url), [share.url]);

  async function savePng(): Promise<void> {
    const png = await qrPng(code);
    if (png) save(png, 'netdisk-share.png');
    else showToast({ title: t('failed'), tone: 'error' });
  }

  return (
    <div className="flex flex-col items-center gap-3 py-1">
      <svg
        viewBox={`0 0 ${code.size} ${code.size}`}
        shapeRendering="crispEdges"
        role="img"
        aria-label={t('image')}
        // Black on white in the dark too: not every scanner reads the reverse.
        className="size-52 max-w-full rounded-control border border-line bg-white"
      >
        <path d={code.path} fill="#000" />
      </svg>
      <p className="text-center text-[13px] text-ink-soft">
        {share.extractionCode === null ? t('scan') : t('scanWithCode', { code: share.extractionCode })}
      </p>
      <div className="flex flex-wrap justify-center gap-2">
        <Button size="small" onClick={savePng}>
          <Download />
          {t('png')}
        </Button>
        <Button size="small" onClick={() => save(qrSvg(code), 'netdisk-share.svg')}>
          <Download />
          {t('svg')}
        </Button>
      </div>
    </div>
  );
}

function save(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
