import type { FileCheckRow } from '../database/tables.ts'

/** What a server tells of its files; instants as text, since it may come through the control socket. */
export interface FilesStanding {
  readonly scanner: string | null
  readonly check: (Pick<FileCheckRow, 'files' | 'bytes' | 'faults' | 'reached'> & { readonly endedAt: string }) | null
}

export const standingOf = (scanner: string | null, check: FileCheckRow | null): FilesStanding => ({
  scanner,
  check: check && {
    files: check.files,
    bytes: check.bytes,
    faults: check.faults,
    reached: check.reached,
    endedAt: check.ended_at.toISOString(),
  },
})
