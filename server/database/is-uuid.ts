const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Before every id there is: where walks by id begin. */
export const NIL_UUID = '00000000-0000-0000-0000-000000000000';

/** PostgreSQL refuses a comparison with anything else: what is no id of ours names nothing, and is never asked for. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}
