import type { z } from 'zod';
import type { ErrorCode } from '../errors';

/**
 * Who may call a route: anybody, an account (session cookie or API token), a visitor of a running share, a visitor with
 * an account, or an administrator.
 */
export type Access = 'public' | 'account' | 'share' | 'visiting account' | 'administrator';

/** One operation of the HTTP interface, as `GET /api/openapi.json` describes it. */
export interface ApiRoute {
  method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS';
  /** OpenAPI notation: '/api/entries/{entryId}'. */
  path: string;
  /** Where one route file answers several paths: the pattern of that file. */
  handledBy?: string;
  summary: string;
  access: Access;
  query?: z.ZodObject;
  /** A schema for JSON; 'bytes' for a streamed body; 'form' for the fields of a form. */
  body?: z.ZodType | 'bytes' | { form: z.ZodObject };
  success: { status: number; is?: z.ZodType | MediaType; means: string }[];
  /** What it answers beside `internal`, `invalid_input` where something is parsed, and what `access` implies. */
  errors?: ErrorCode[];
}

type MediaType =
  | 'application/octet-stream'
  | 'application/zip'
  | 'text/event-stream'
  | 'text/plain'
  | 'application/json';
