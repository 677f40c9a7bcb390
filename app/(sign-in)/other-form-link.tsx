import Link from 'next/link';
import type { ReactNode } from 'react';

interface OtherFormLinkProps {
  href: '/login' | '/register';
  returnPath: string;
  children: ReactNode;
}

/** From the sign-in to the registration and back, keeping where the visitor wanted to go. */
export function OtherFormLink({ href, returnPath, children }: OtherFormLinkProps) {
  return (
    <Link
      href={returnPath === '/files' ? href : `${href}?callbackUrl=${encodeURIComponent(returnPath)}`}
      className="font-medium text-accent-text hover:underline"
    >
      {children}
    </Link>
  );
}
