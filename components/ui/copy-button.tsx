'use client';
import { Check, Copy } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { announce } from '@/components/announce';
import { copyText } from '@/components/copy-text';
import { Button, type ButtonProps } from './button';
import { showToast } from './toast';

const CONFIRMED_MS = 2_000;

interface CopyButtonProps extends Omit<ButtonProps, 'onClick' | 'children'> {
  text: string;
  /** What it copies; 'Copy' without it. */
  label?: string;
}

/** Copies a text and says so on itself for two seconds. */
export function CopyButton({ text, label, ...rest }: CopyButtonProps) {
  const t = useTranslations('common');
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), CONFIRMED_MS);
    return () => clearTimeout(timer);
  }, [copied]);

  async function copy(): Promise<void> {
    if (await copyText(text)) {
      setCopied(true);
      announce(t('copied'));
    } else {
      showToast({ title: t('copyFailed'), tone: 'error' });
    }
  }

  return (
    <Button {...rest} onClick={copy}>
      {copied ? <Check aria-hidden /> : <Copy aria-hidden />}
      {copied ? t('copied') : (label ?? t('copy'))}
    </Button>
  );
}
