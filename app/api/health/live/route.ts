import { handlePublic } from '@/app/_gateway/handle';

export const GET = handlePublic({ run: async () => Response.json({ status: 'alive' }) });
