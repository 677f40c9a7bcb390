/** Who may import whom (docs/architecture.md). The first rule whose `files` match a file holds for it. */
export interface ImportRule {
  folder: string;
  files: RegExp;
  may: RegExp[];
}

/** The adapters: named in server/services.ts, and otherwise only by each other's own parts. */
export const ADAPTERS =
  /^server\/(queue\/(rabbitmq|postgres)|search\/(elasticsearch|postgres)|storage\/disk-|live\/postgres-)/;

const NODE = /^node:/;
const REACT = /^(react|react-dom|next|next-intl|next-themes|next-auth)(\/|$)/;
/** What draws a page, and runs in a browser. */
const BROWSER = [
  REACT,
  /^(@base-ui|@tanstack)\//,
  /^(lucide-react|class-variance-authority|clsx|tailwind-merge|uqr|zustand|zod)(\/|$)/,
];
const CONTRACTS = /^contracts\//;
const COMPONENTS = /^(components|i18n)\//;
const DATABASE = [/^server\/database\//, /^prisma\/generated\//];
const BASE = [/^server\/(errors|log|wake-up)$/, CONTRACTS, /^zod$/, NODE];
const DOMAIN = /^server\/(drive|shares|accounts)\//;
const COMMIT = /^server\/outbox\/commit-with-events$/;

export const IMPORT_RULES: ImportRule[] = [
  { folder: 'contracts/', files: /^contracts\//, may: [CONTRACTS, /^zod$/] },
  { folder: 'i18n/', files: /^i18n\//, may: [/^(i18n|messages)\//, REACT] },
  {
    folder: 'components/preview/',
    files: /^components\/preview\//,
    may: [CONTRACTS, COMPONENTS, /^(pdfjs-dist|react-markdown|remark-gfm)(\/|$)/, ...BROWSER],
  },
  { folder: 'components/', files: /^components\//, may: [CONTRACTS, COMPONENTS, ...BROWSER] },
  {
    folder: 'app/_gateway/',
    files: /^app\/_gateway\//,
    may: [
      /^app\/_gateway\//,
      /^server\/(services|config)$/,
      /^server\/(accounts|shares|health)\//,
      /^(server-only|prom-client)$/,
      REACT,
      ...BASE,
    ],
  },
  {
    folder: 'app/ (pages and routes)',
    files: /^app\//,
    may: [
      /^app\//,
      COMPONENTS,
      CONTRACTS,
      ...BROWSER,
      NODE,
      DOMAIN,
      /^server\/(search|health)\/(?!elasticsearch|postgres)/,
      /^server\/errors$/,
    ],
  },
  {
    folder: 'server/{drive,shares,accounts}/',
    files: DOMAIN,
    may: [
      DOMAIN,
      COMMIT,
      /^server\/archive\//,
      /^server\/content\/request-reading$/,
      /^server\/storage\/blob-store$/,
      /^(mime|rate-limiter-flexible|@node-rs\/argon2)$/,
      ...DATABASE,
      ...BASE,
    ],
  },
  {
    folder: 'server/content/',
    files: /^server\/content\//,
    may: [
      /^server\/(content|drive)\//,
      /^server\/search\/content\//,
      /^server\/storage\/blob-store$/,
      /^(htmlparser2|postal-mime|saxes|sharp|unpdf|yauzl)$/,
      COMMIT,
      ...DATABASE,
      ...BASE,
    ],
  },
  { folder: 'server/archive/', files: /^server\/archive\//, may: [/^server\/archive\//, NODE] },
  {
    folder: 'server/outbox/',
    files: /^server\/outbox\//,
    may: [/^server\/outbox\//, /^server\/queue\/queue$/, ...DATABASE, ...BASE],
  },
  {
    folder: 'adapters over RabbitMQ',
    files: /^server\/queue\/rabbitmq/,
    may: [/^server\/queue\/(?!postgres)/, /^amqplib$/, ...BASE],
  },
  {
    folder: 'adapters over Elasticsearch',
    files: /^server\/search\/elasticsearch/,
    may: [
      /^server\/search\/(elasticsearch|names\/|query-line\/|search-index$|answer-in-steps$|circuit-breaker$|compare-hits$)/,
      /^@elastic\/elasticsearch$/,
      ...BASE,
    ],
  },
  {
    folder: 'adapters over PostgreSQL',
    files: /^server\/(queue|search|live)\/postgres/,
    may: [
      /^server\/queue\/(?!rabbitmq)/,
      /^server\/search\/(postgres|names\/|query-line\/|search-index$|answer-in-steps$|compare-hits$|name-row$)/,
      /^server\/live\//,
      COMMIT,
      ...DATABASE,
      ...BASE,
    ],
  },
  { folder: 'server/queue/', files: /^server\/queue\//, may: [/^server\/queue\//, ...BASE] },
  {
    folder: 'server/search/',
    files: /^server\/search\//,
    may: [
      /^server\/search\/(?!elasticsearch|postgres)/,
      /^server\/drive\/(entry-events|entry-name|to-entry|tree\/(entry-row|parent|subtree))$/,
      /^server\/shares\/(share-access|visit\/choose-shared)$/,
      COMMIT,
      /^(opencc-js|pinyin-pro|pg)(\/|$)/,
      ...DATABASE,
      ...BASE,
    ],
  },
  { folder: 'server/storage/', files: /^server\/storage\//, may: [/^server\/storage\//, ...BASE] },
  { folder: 'server/live/', files: /^server\/live\//, may: [/^server\/live\//, ...BASE] },
  {
    folder: 'server/database/',
    files: /^server\/database\//,
    may: [/^(pg|@prisma\/adapter-pg)$/, ...DATABASE, ...BASE],
  },
  {
    folder: 'server/health/',
    files: /^server\/health\//,
    may: [/^server\/health\//, ...DATABASE, ...BASE],
  },
  { folder: 'server/services.ts', files: /^server\/services\.ts$/, may: [/^server\//] },
  { folder: 'server/', files: /^server\//, may: [/^pino$/, ...BASE] },
  { folder: 'workers/', files: /^workers\//, may: [/^(server|workers)\//, ...BASE] },
  {
    folder: 'e2e/',
    files: /^e2e\//,
    may: [/^e2e\//, /^tests\/start-netdisk$/, /^@(playwright\/test|axe-core\/playwright)$/, NODE],
  },
  {
    folder: 'scripts/',
    files: /^scripts\//,
    may: [/^(scripts|server|contracts|tests\/services)\//, /^(?!app|components|workers|react|\.)[@\w-]+/],
  },
];
