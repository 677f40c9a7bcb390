/** What makes two spellings of an address one account: compatibility forms and case folded, spaces cut. */
export function emailKey(email: string): string {
  return email.normalize('NFKC').trim().toLowerCase();
}
