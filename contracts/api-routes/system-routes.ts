import { z } from 'zod';
import type { ApiRoute } from './api-route';

export const systemRoutes: ApiRoute[] = [
  {
    method: 'GET',
    path: '/api/events',
    summary: 'Changes of the own drive as they happen, as server-sent events.',
    access: 'account',
    success: [{ status: 200, is: 'text/event-stream', means: 'A stream that stays open.' }],
  },
  {
    method: 'GET',
    path: '/api/health/live',
    summary: 'Whether the process answers.',
    access: 'public',
    success: [{ status: 200, is: 'application/json', means: 'It does.' }],
  },
  {
    method: 'GET',
    path: '/api/health/ready',
    summary: 'Whether everything that requests need is in reach.',
    access: 'public',
    success: [{ status: 200, is: 'application/json', means: 'It is; 503 says what is not.' }],
    errors: ['unavailable'],
  },
  {
    method: 'GET',
    path: '/api/metrics',
    summary: 'Figures for Prometheus: to whoever asks from the same machine, and to administrators.',
    access: 'public',
    success: [{ status: 200, is: 'text/plain', means: 'Figures in the text format.' }],
    errors: ['unauthenticated', 'forbidden'],
  },
  {
    method: 'GET',
    path: '/api/openapi.json',
    summary: 'This document.',
    access: 'public',
    success: [{ status: 200, is: z.record(z.string(), z.unknown()), means: 'OpenAPI 3.1.' }],
  },
];
