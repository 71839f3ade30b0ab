import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { withClient } from '../postgres/client.ts'
import { dropDatabase } from '../postgres/drop-database.ts'

export interface TestDatabase {
  /** Serves: the login that owns nothing. */
  readonly appUrl: string
  /** Migrates, resets, and looks behind the app's back. */
  readonly ownerUrl: string
  drop(): Promise<void>
}

/** A migrated, empty database of one's own, copied from the run's template in some 30 ms. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { ownerUrl, appUrl } = inject('testDatabase')
  const template = new URL(ownerUrl).pathname.slice(1)
  const name = `test_${randomBytes(6).toString('hex')}`
  const at = (url: string, database: string) => Object.assign(new URL(url), { pathname: `/${database}` }).href
  const beside = at(ownerUrl, 'postgres')
  await withClient(beside, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy`))
  return {
    appUrl: at(appUrl, name),
    ownerUrl: at(ownerUrl, name),
    drop: async () => {
      await dropDatabase(beside, name)
    },
  }
}
