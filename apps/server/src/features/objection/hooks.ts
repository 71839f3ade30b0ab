import type { Reader } from '../../platform/database/database.ts'
import type { AgendaOf } from '../../platform/work/deliberated.ts'

/** What lies above: meetings and the leading group. */
export interface ObjectionHooks {
  readonly agendaOf: AgendaOf
  /** The leading group as its papers call it. */
  readonly groupName: (db: Reader, officeUnitId: string) => Promise<string>
}
