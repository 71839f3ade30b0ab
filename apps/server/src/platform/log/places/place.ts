import type { Refusal } from '@quanheng/contract/errors'
import type { Result } from '@quanheng/domain/kernel/result'
import type { Database } from '../../database/database.ts'
import type { CheckpointRow } from '../../database/tables.ts'

/** What a place is handed: the checkpoint, and the database for what it may ask back (an older row, a proof). */
export interface Handover {
  readonly db: Database
  readonly origin: string
  readonly checkpoint: CheckpointRow
}

/** A checkpoint as a place keeps it. */
export interface HeldCheckpoint {
  readonly text: string
  readonly size: number
}

/**
 * Somewhere outside the database that keeps checkpoints, so that whoever owns the database cannot take them back
 * (reference: C2SP tlog-witness). A refusal means that the place holds what this database does not; any other failure is
 * thrown and tried again with the next checkpoint.
 */
export interface Place {
  /** As it is named to people and in `checkpoint_copy`. */
  readonly name: string
  /** Whether what it holds is still in this database; asked before anything is signed, so that no second branch ever is. */
  readonly check?: (asked: Pick<Handover, 'db' | 'origin'>) => Promise<Result<null, Refusal>>
  /** The newest that it keeps of this log, where it can be asked. @throws where it keeps another log's */
  readonly newest?: (origin: string) => Promise<HeldCheckpoint | undefined>
  /** Signature lines where the place is a witness, else null. */
  readonly send: (handover: Handover) => Promise<Result<string | null, Refusal>>
}
