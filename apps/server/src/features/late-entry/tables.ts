import type { LateEntry } from '@quanheng/domain/late-entry/model'
import type { ColumnType, Selectable } from 'kysely'
import type { Json } from '../../platform/database/tables.ts'

export interface LateEntryTable {
  id: string
  plan_id: string
  leaf_key: string
  unit_id: string
  asked_unit_id: string
  state: LateEntry['state']
  reason: string
  wanted_until: string
  asked: Json<LateEntry['asked']>
  decision: ColumnType<NonNullable<LateEntry['decision']> | null, string | null, string | null>
  version: number
}
export type LateEntryRow = Selectable<LateEntryTable>

declare module '../../platform/database/tables.ts' {
  interface Tables {
    late_entry: LateEntryTable
  }
}
