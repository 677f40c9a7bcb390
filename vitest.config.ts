import path from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    alias: {
      '@': path.resolve(import.meta.dirname),
      // In plain Node the package throws by design; Next.js resolves it to nothing on the server.
      'server-only': path.resolve(import.meta.dirname, 'tests/server-only-stub.ts'),
    },
  },
  test: {
    include: ['**/*.test.ts'],
    exclude: ['**/node_modules/**', '.next*/**', 'e2e/**', 'data/**'],
    retry: 0,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
