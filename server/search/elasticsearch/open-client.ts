import { readFileSync } from 'node:fs';
import { Client } from '@elastic/elasticsearch';

/** Where Elasticsearch is, and what lets us in. */
export interface ElasticsearchAddress {
  /** With https where the cluster speaks TLS; may hold user and password (basic authentication). */
  url: string;
  apiKey?: string | undefined;
  /** PEM file of the authority that signed the cluster's certificate, where the system does not know it. */
  caFile?: string | undefined;
}

/**
 * A client that does not retry by itself: the caller knows what may be repeated.
 * @throws {Error} when the CA file cannot be read.
 */
export function openClient({ url, apiKey, caFile }: ElasticsearchAddress, requestTimeoutMs: number): Client {
  return new Client({
    node: url,
    requestTimeout: requestTimeoutMs,
    maxRetries: 0,
    ...(apiKey ? { auth: { apiKey } } : {}),
    ...(caFile ? { tls: { ca: readAuthority(caFile) } } : {}),
  });
}

function readAuthority(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new Error(`ELASTICSEARCH_CA_FILE: ${file} cannot be read. Name a PEM file.`, { cause });
  }
}
