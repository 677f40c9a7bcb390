'use client';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { cn } from '@/components/class-names';
import { Button } from '@/components/ui/button';
import { buttonClasses } from '@/components/ui/button-classes';
import type { OpenShare } from '@/contracts/shares';
import { checkShare } from '../open-visit';

interface DownloadLinkProps {
  share: OpenShare;
  href: string;
  /** Where what is seen does not name what is downloaded. */
  label?: string;
  className?: string;
  recheck(): void;
  children: ReactNode;
}

/** Starts a download; disabled, with the reason, where all that the owner allowed are used up. */
export function DownloadLink({ share, href, label, className, recheck, children }: DownloadLinkProps) {
  const t = useTranslations('shares.visit');
  if (share.downloadsUsedUp) {
    return (
      <Button
        size="small"
        disabled
        aria-label={label && `${label}: ${t('usedUp')}`}
        title={t('usedUp')}
        className={className}
      >
        {children}
      </Button>
    );
  }
  return (
    <a
      href={href}
      // With this attribute a refusal is a failed download, not a page of JSON in place of this one.
      download
      onClick={() => checkShare(share, recheck)}
      aria-label={label}
      className={cn(buttonClasses({ size: 'small' }), className)}
    >
      {children}
    </a>
  );
}
