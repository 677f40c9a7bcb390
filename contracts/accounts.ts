import { z } from 'zod';
import { inOneLine } from './plain-text';

/** A line of text a person chose. */
const oneLine = z.string().trim().min(1).max(100).check(inOneLine);

export const registerInput = z.object({
  email: z.email().max(254),
  name: oneLine,
  /** At least 8 characters (NIST SP 800-63B); the upper limit bounds the cost of one hash. */
  password: z.string().min(8).max(256),
});
export type RegisterInput = z.infer<typeof registerInput>;

export const role = z.enum(['administrator', 'member']);
export type Role = z.infer<typeof role>;

/** What registering answers. */
export const registeredAccount = z.object({ id: z.string(), email: z.string(), name: z.string(), role });
export type RegisteredAccount = z.infer<typeof registeredAccount>;

export const me = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  role,
  usedBytes: z.int(),
  quotaBytes: z.int(),
  /** Whether one is told a day before a share ends. */
  endNotices: z.boolean(),
});
export type Me = z.infer<typeof me>;

/** What is absent stays as it is. */
export const changeMeInput = z.object({ endNotices: z.boolean().optional() });
export type ChangeMeInput = z.infer<typeof changeMeInput>;

export const changePasswordInput = z.object({
  currentPassword: z.string().max(256),
  newPassword: registerInput.shape.password,
});
export type ChangePasswordInput = z.infer<typeof changePasswordInput>;

export const createTokenInput = z.object({ name: oneLine });
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

export const apiTokenList = z.object({ items: z.array(apiToken) });
export type ApiTokenList = z.infer<typeof apiTokenList>;

/** One place where somebody is signed in. */
export const accountSession = z.object({
  id: z.string(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  userAgent: z.string(),
  /** True for the session that asks. */
  current: z.boolean(),
});
export type AccountSession = z.infer<typeof accountSession>;

export const accountSessionList = z.object({ items: z.array(accountSession) });
export type AccountSessionList = z.infer<typeof accountSessionList>;
