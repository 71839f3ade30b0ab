import type { Timestamp } from '../../platform/database/tables.ts'

export interface TaskClaimTable {
  id: string
  noun: string
  object_id: string
  verb: string
  person_id: string
  held: boolean
  at: Timestamp
  version: number
}

declare module '../../platform/database/tables.ts' {
  interface Tables {
    task_claim: TaskClaimTable
  }
}
