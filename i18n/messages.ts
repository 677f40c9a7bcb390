import account from '@/messages/en/account.json';
import common from '@/messages/en/common.json';
import errors from '@/messages/en/errors.json';
import files from '@/messages/en/files.json';
import preview from '@/messages/en/preview.json';
import recycleBin from '@/messages/en/recycle-bin.json';
import search from '@/messages/en/search.json';
import shares from '@/messages/en/shares.json';
import zhAccount from '@/messages/zh-CN/account.json';
import zhCommon from '@/messages/zh-CN/common.json';
import zhErrors from '@/messages/zh-CN/errors.json';
import zhFiles from '@/messages/zh-CN/files.json';
import zhPreview from '@/messages/zh-CN/preview.json';
import zhRecycleBin from '@/messages/zh-CN/recycle-bin.json';
import zhSearch from '@/messages/zh-CN/search.json';
import zhShares from '@/messages/zh-CN/shares.json';
import type { Locale } from './locales';

const en = { account, common, errors, files, preview, recycleBin, search, shares };

/** The shape of the texts: English is the original, and the compiler holds Chinese to its keys. */
export type Messages = typeof en;

/** The texts of the pages by language, one namespace per area. */
export const MESSAGES: Record<Locale, Messages> = {
  en,
  'zh-CN': {
    account: zhAccount,
    common: zhCommon,
    errors: zhErrors,
    files: zhFiles,
    preview: zhPreview,
    recycleBin: zhRecycleBin,
    search: zhSearch,
    shares: zhShares,
  },
};
