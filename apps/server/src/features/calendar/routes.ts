import * as contract from '@quanheng/contract/calendar'
import { ok } from '@quanheng/domain/kernel/result'
import { type Binding, bindCommand, bindQuery } from '../../platform/http/bind.ts'
import { enterCalendar } from './service.ts'
import { calendarYears } from './store.ts'

export const calendarRoutes = (): readonly Binding[] => [
  bindQuery(contract.listCalendar, async ({ db }) => ok({ rows: await calendarYears(db) })),
  bindCommand(contract.saveCalendar, enterCalendar),
]
