import { z } from 'zod';

export const registerInput = z.object({
  email: z.email().max(254),
  name: z.string().trim().min(1).max(100),
  /** At least 8 characters (NIST SP 800-63B); the upper limit bounds the cost of one hash. */
  password: z.string().min(8).max(256),
});
export type RegisterInput = z.infer<typeof registerInput>;

export const role = z.enum(['administrator', 'member']);
export type Role = z.infer<typeof role>;

export const me = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  role,
  usedBytes: z.int(),
  quotaBytes: z.int(),
});
export type Me = z.infer<typeof me>;

export const createTokenInput = z.object({ name: z.string().trim().min(1).max(100) });
export type CreateTokenInput = z.infer<typeof createTokenInput>;

/** The token itself is in this answer and nowhere else, ever again. */
export const createdToken = z.object({ id: z.string(), name: z.string(), token: z.string() });
export type CreatedToken = z.infer<typeof createdToken>;

export const apiToken = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
});
export type ApiToken = z.infer<typeof apiToken>;
