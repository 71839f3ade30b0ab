import type { ColumnType, Generated } from 'kysely'
import type { Timestamp } from '../../platform/database/tables.ts'

export interface CredentialTable {
  id: string
  person_id: string
  made_at: Timestamp
  hash: string
}

declare module '../../platform/database/tables.ts' {
  interface Tables {
    credential: CredentialTable
    second_factor: {
      id: string
      person_id: string
      kind: 'totp'
      secret: string
      made_at: Timestamp
      released: Generated<boolean>
    }
    factor_use: { factor_id: string; step: number }
    one_time_link: {
      token_digest: Buffer
      person_id: string
      expires_at: Timestamp
      used_at: ColumnType<Date | null, Date | null, Date | null>
      version: number
    }
  }
}
