import type { Proof } from '@quanheng/domain/kernel/command-context'
import type { ColumnType, Generated, Selectable } from 'kysely'

/** Timestamps come as Date, dates and numerics as text, int8 as number (see database.ts). */
export type Timestamp = ColumnType<Date, Date | string, Date | string>

/** jsonb: read as data, written as text (see `json` in database.ts). */
export type Json<T> = ColumnType<T, string, string>

/**
 * All tables the server may touch. The platform declares its own here; each feature adds its tables beside its store:
 * `declare module '../../platform/database/tables.ts' { interface Tables { plan: PlanTable } }`.
 */
export interface Tables {
  installation: InstallationTable
  act: ActTable
  leaf: { act_id: string; bytes: Buffer }
  leaf_queue: { act_id: string; seq: Generated<number> }
  tree_entry: { position: number; act_id: string; hash: Buffer }
  tree_node: { level: number; index: number; hash: Buffer }
  sm3_node: { level: number; index: number; hash: Buffer }
  log_key: { verifier: string; since: Timestamp }
  checkpoint: CheckpointTable
  checkpoint_copy: { place: string; size: number; at: Timestamp; cosignatures: string | null }
  file_scan: FileScanTable
  picture: PictureTable
  picture_likeness: { first: string; second: string; agreement: string; at: Timestamp }
  file_check: FileCheckTable
  command: { person_id: string; key: string; request_digest: Buffer; act_id: string }
  session: SessionTable
  sign_in_failure: { subject: string; at: Timestamp }
  access_trail: AccessTrailTable
  draft: { person_id: string; key: string; body: Json<unknown>; saved_at: Timestamp }
  upload: UploadTable
  unscored_file: { sha256: string; name: string; title: string }
  job: JobTable
  notification: NotificationTable
  read_mark: { person_id: string; subject_id: string; at: Timestamp }
}

interface InstallationTable {
  id: number
  kind: 'real' | 'rehearsal' | 'archive'
  origin: string
  salt_key: Buffer
  business_date: string | null
  version: number
}

interface ActTable {
  id: string
  seq: Generated<number>
  at: Timestamp
  business_date: string
  person_id: string | null
  post_id: string | null
  action: string
  subjects: string[]
  changes: Json<readonly StoredChange[]>
  events: Json<readonly StoredEvent[]>
  reply: Json<unknown>
  salt: Buffer
  address: string | null
}

/** `before` and `after` are SHA-256(salt ‖ canonical form), hexadecimal; `before` is null where the noun did not exist. */
export interface StoredChange {
  readonly noun: string
  readonly id: string
  readonly version: number
  readonly before: string | null
  readonly after: string
  readonly salt: string
}

export interface StoredEvent {
  readonly type: string
  readonly [key: string]: unknown
}

interface CheckpointTable {
  size: number
  made_at: Timestamp
  cause: string | null
  root: Buffer
  sm3_root: Buffer
  note: string
  sm3_note: string
}
export type CheckpointRow = Selectable<CheckpointTable>

interface FileScanTable {
  sha256: string
  at: Timestamp
  state: 'clean' | 'infected' | 'unscanned'
  finding: string | null
  scanner: string
}
export type FileScanRow = Selectable<FileScanTable>

interface PictureTable {
  sha256: string
  at: Timestamp
  state: 'read' | 'other' | 'damaged' | 'tooLarge'
  width: number | null
  height: number | null
  hashes: Buffer | null
  thumb: Buffer | null
}

/** `sm3Differs`: the SHA-256 holds, the SM3 noted when the file came does not. */
export interface FileFault {
  readonly digest: string
  readonly fault: 'damaged' | 'missing' | 'unreadable' | 'sm3Differs'
  /** Under which it was handed in. */
  readonly names: readonly string[]
}

interface FileCheckTable {
  id: string
  began_at: Timestamp
  ended_at: Timestamp
  cause: 'nightly' | 'command'
  files: number
  bytes: number
  faults: Json<readonly FileFault[]>
  /** The file after which an earlier night had no time left; null where it began at the beginning. */
  went_on_from: string | null
  /** The last file that there was time for; null where all were looked at. */
  reached: string | null
}
export type FileCheckRow = Selectable<FileCheckTable>

interface SessionTable {
  token_digest: Buffer
  person_id: string
  begun_at: Timestamp
  seen_at: Timestamp
  step_up_at: ColumnType<Date | null, Date | null, Date | null>
  proof: Proof
  address: string | null
}

interface AccessTrailTable {
  id: Generated<number>
  at: Timestamp
  person_id: string | null
  route: string
  subject: string | null
  outcome: string
  address: string | null
}

interface UploadTable {
  id: string
  person_id: string
  name: string
  media_type: string
  size: number
  sha256: string
  sm3: string
  received_at: Timestamp
}

export interface JobTable {
  id: string
  kind: string
  person_id: string | null
  input: Json<unknown>
  state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'
  progress: Generated<number>
  doing: string | null
  result: Json<unknown | null>
  attempts: Generated<number>
  run_after: Timestamp
  leased_until: ColumnType<Date | null, Date | null, Date | null>
  made_at: Timestamp
}

export interface NotificationTable {
  id: string
  person_id: string
  at: Timestamp
  code: string
  params: Json<Readonly<Record<string, string>>>
  link: string | null
  read_at: ColumnType<Date | null, Date | null, Date | null>
}
