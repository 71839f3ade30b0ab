import type { Reader } from '../../../platform/database/database.ts'
import { forms, type OrganisationTable } from './columns.ts'
import { allFaults, checkedForm, type Fault, type ReadUpload } from './form-table.ts'
import { judge } from './judge.ts'

/** Everything wrong at once, held against what is registered. */
export const faultsOf = (db: Reader, table: OrganisationTable, read: ReadUpload): Promise<readonly Fault[]> =>
  allFaults(read, async (rows) => (await judge(db, table, rows)).faults)

export const checkReply = async (db: Reader, table: OrganisationTable, read: ReadUpload) =>
  checkedForm(forms[table], read, await faultsOf(db, table, read))
