import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin('./i18n/request.ts');

/** @type {import('next').NextConfig} */
const nextConfig = {
  // Several copies of the app may be built or developed in one work tree (tests beside a running server).
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  // Types are a check of their own (`npm test`): a start has to build, not to judge.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  // Compression would drop Content-Length and gzip 206 answers, which corrupts resumed downloads.
  compress: false,
  serverExternalPackages: [
    'pg',
    'amqplib',
    '@elastic/elasticsearch',
    '@node-rs/argon2',
    'pino',
    '@prisma/adapter-pg',
  ],
};

export default withNextIntl(nextConfig);
