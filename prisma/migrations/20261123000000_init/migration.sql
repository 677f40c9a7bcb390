-- The one source of revisions: every change of an entry takes its next number (docs/architecture.md).
CREATE SEQUENCE entry_revision_seq;

CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gin;

-- Names sort as people count and read: 'file2' before 'file10', Chinese by pinyin.
CREATE COLLATION IF NOT EXISTS natural_name (provider = icu, locale = 'zh-u-kn-true');

-- CreateTable
CREATE TABLE "accounts" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "email_key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "role" TEXT NOT NULL DEFAULT 'member',
    "used_bytes" BIGINT NOT NULL DEFAULT 0,
    "quota_bytes" BIGINT NOT NULL,
    "root_id" UUID NOT NULL,
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "accounts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "user_agent" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_tokens" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_tokens_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "blobs" (
    "sha256" TEXT NOT NULL,
    "size_bytes" BIGINT NOT NULL,
    "touched_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "blobs_pkey" PRIMARY KEY ("sha256")
);

-- CreateTable
CREATE TABLE "entries" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "parent_id" UUID,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "extension" TEXT NOT NULL DEFAULT '',
    "mime_type" TEXT NOT NULL DEFAULT '',
    "size_bytes" BIGINT NOT NULL DEFAULT 0,
    "sha256" TEXT,
    "revision" BIGINT NOT NULL DEFAULT nextval('entry_revision_seq'::regclass),
    "indexed_revision" BIGINT NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "trashed_at" TIMESTAMPTZ(3),
    "delete_batch_num" UUID,
    "trash_root" BOOLEAN NOT NULL DEFAULT false,
    "purged_at" TIMESTAMPTZ(3),

    CONSTRAINT "entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox_events" (
    "id" BIGSERIAL NOT NULL,
    "type" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,

    CONSTRAINT "outbox_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "queue_messages" (
    "id" BIGSERIAL NOT NULL,
    "queue" TEXT NOT NULL,
    "message_id" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "available_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "locked_until" TIMESTAMPTZ(3),
    "deliveries" INTEGER NOT NULL DEFAULT 0,
    "reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "queue_messages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shares" (
    "share_batch_num" TEXT NOT NULL,
    "owner_id" UUID NOT NULL,
    "share_time" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "end_time" TIMESTAMPTZ(3),
    "share_status" SMALLINT NOT NULL DEFAULT 0,
    "expired_at" TIMESTAMPTZ(3),
    "cancelled_at" TIMESTAMPTZ(3),
    "extraction_code" TEXT,
    "code_version" INTEGER NOT NULL DEFAULT 1,
    "code_tries" TIMESTAMPTZ(6)[] DEFAULT ARRAY[]::TIMESTAMPTZ(6)[],
    "generation" INTEGER NOT NULL DEFAULT 1,
    "allow_download" BOOLEAN NOT NULL DEFAULT true,
    "views" INTEGER NOT NULL DEFAULT 0,
    "downloads" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "shares_pkey" PRIMARY KEY ("share_batch_num")
);

-- CreateTable
CREATE TABLE "share_entries" (
    "share_batch_num" TEXT NOT NULL,
    "entry_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "share_entries_pkey" PRIMARY KEY ("share_batch_num","entry_id")
);

-- CreateTable
CREATE TABLE "search_documents" (
    "entry_id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "revision" BIGINT NOT NULL,
    "removed" BOOLEAN NOT NULL DEFAULT false,
    "written_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),
    "kind" TEXT NOT NULL DEFAULT '',
    "extension" TEXT NOT NULL DEFAULT '',
    "mime_type" TEXT NOT NULL DEFAULT '',
    "size_bytes" BIGINT NOT NULL DEFAULT 0,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ancestor_ids" UUID[],
    "name" TEXT NOT NULL DEFAULT '',
    "folded" TEXT NOT NULL DEFAULT '',
    "stem" TEXT NOT NULL DEFAULT '',
    "tokens" TEXT NOT NULL DEFAULT '',
    "terms" TEXT[],
    "sounds" tsvector,
    "sort_key" TEXT COLLATE "C" NOT NULL DEFAULT '',

    CONSTRAINT "search_documents_pkey" PRIMARY KEY ("entry_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "accounts_email_key_key" ON "accounts"("email_key");

-- CreateIndex
CREATE UNIQUE INDEX "accounts_root_id_key" ON "accounts"("root_id");

-- CreateIndex
CREATE INDEX "sessions_account_id_idx" ON "sessions"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_tokens_token_hash_key" ON "api_tokens"("token_hash");

-- CreateIndex
CREATE INDEX "api_tokens_account_id_idx" ON "api_tokens"("account_id");

-- CreateIndex
CREATE INDEX "entries_parent_id_idx" ON "entries"("parent_id");

-- CreateIndex
CREATE INDEX "entries_sha256_idx" ON "entries"("sha256");

-- CreateIndex
CREATE INDEX "queue_messages_queue_available_at_idx" ON "queue_messages"("queue", "available_at");

-- CreateIndex
CREATE INDEX "shares_owner_id_share_time_idx" ON "shares"("owner_id", "share_time");

-- CreateIndex
CREATE INDEX "shares_share_status_end_time_idx" ON "shares"("share_status", "end_time");

-- CreateIndex
CREATE INDEX "share_entries_entry_id_idx" ON "share_entries"("entry_id");

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entries" ADD CONSTRAINT "entries_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entries" ADD CONSTRAINT "entries_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "entries"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entries" ADD CONSTRAINT "entries_sha256_fkey" FOREIGN KEY ("sha256") REFERENCES "blobs"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shares" ADD CONSTRAINT "shares_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "share_entries" ADD CONSTRAINT "share_entries_share_batch_num_fkey" FOREIGN KEY ("share_batch_num") REFERENCES "shares"("share_batch_num") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "share_entries" ADD CONSTRAINT "share_entries_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "entries"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Written by hand: Prisma's schema has no partial indexes.

-- Two live siblings never share a name, whatever two requests do at once.
CREATE UNIQUE INDEX entries_live_name ON entries (parent_id, name_key)
  WHERE trashed_at IS NULL AND purged_at IS NULL;
CREATE INDEX entries_live_listing ON entries (parent_id, kind, name COLLATE natural_name, id)
  WHERE trashed_at IS NULL AND purged_at IS NULL;
-- The delta: what the search index does not show yet.
CREATE INDEX entries_delta ON entries (owner_id, revision) WHERE revision > indexed_revision;
CREATE INDEX entries_recycle_bin ON entries (owner_id, trashed_at) WHERE trash_root AND purged_at IS NULL;
CREATE INDEX entries_purged ON entries (purged_at) WHERE purged_at IS NOT NULL;
CREATE INDEX shares_due ON shares (end_time) WHERE share_status = 0 AND cancelled_at IS NULL;
CREATE INDEX search_documents_tombstones ON search_documents (written_at) WHERE removed;
-- One index answers "of this owner" and "with these spans or sounds" together. The list of postponed insertions is
-- kept short, because each search walks through it.
CREATE INDEX search_documents_terms ON search_documents USING gin (owner_id, terms, sounds)
  WITH (gin_pending_list_limit = 256) WHERE NOT removed;
