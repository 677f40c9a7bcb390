'use client';
import { Flag } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ReportDialog } from './report-dialog';

/** Leads to the administrators, at the foot of a share. */
export function ReportButton({ shareBatchNum }: { shareBatchNum: string }) {
  const t = useTranslations('shares.visit.report');
  const [isOpen, setOpen] = useState(false);
  return (
    <footer className="mt-auto flex justify-end px-3 pb-2 sm:px-5">
      <Button variant="quiet" size="small" onClick={() => setOpen(true)}>
        <Flag />
        {t('open')}
      </Button>
      {isOpen && <ReportDialog shareBatchNum={shareBatchNum} onClose={() => setOpen(false)} />}
    </footer>
  );
}
