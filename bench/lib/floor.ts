import type { BenchCaller } from './bodies.ts'
import type { BenchWorld } from './world.ts'

/** Tables of the bare server, granted to the login that serves. */
export const makeFloorTables = ({ asOwner }: BenchWorld): Promise<void> =>
  asOwner(`
    CREATE TABLE floor_token (token text PRIMARY KEY, person_id uuid NOT NULL);
    CREATE TABLE floor_item (id uuid PRIMARY KEY, person_id uuid NOT NULL, body jsonb NOT NULL);
    CREATE TABLE floor_audit (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, person_id uuid NOT NULL, body jsonb NOT NULL);
    GRANT SELECT, INSERT ON floor_token, floor_item, floor_audit TO quanheng_app`)

export const signInAtFloor = ({ asOwner }: BenchWorld, callers: readonly BenchCaller[]): Promise<void> =>
  asOwner('INSERT INTO floor_token SELECT * FROM unnest($1::text[], $2::uuid[])', [
    callers.map(({ token }) => token),
    callers.map(({ personId }) => personId),
  ])
