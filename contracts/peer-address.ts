/** Where the connection really comes from. scripts/web-server.ts sets it on every request, over whatever was sent. */
export const PEER_ADDRESS_HEADER = 'x-netdisk-peer-address';
