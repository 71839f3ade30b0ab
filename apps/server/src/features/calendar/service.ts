import type { saveCalendar } from '@quanheng/contract/calendar'
import { normaliseName } from '@quanheng/domain/kernel/normalise'
import { ok } from '@quanheng/domain/kernel/result'
import { checkYearCalendar } from '@quanheng/domain/kernel/working-days'
import type { CommandHandler } from '../../platform/door/outcome.ts'
import { sameVersion } from '../../platform/door/stale.ts'
import { canonicalCalendar } from './canonical.ts'
import type { HolidayCalendarTable } from './tables.ts'

export const enterCalendar: CommandHandler<typeof saveCalendar> = async ({ tx, posts, context, params, body }) => {
  const checked = checkYearCalendar({
    year: params.year,
    off: body.off.toSorted(),
    workingWeekends: body.workingWeekends.toSorted(),
    source: { documentNumber: normaliseName(body.source.documentNumber), date: body.source.date },
  })
  if (!checked.ok) return checked
  const before = await tx
    .selectFrom('holiday_calendar')
    .selectAll()
    .where('year', '=', params.year)
    .forUpdate()
    .executeTakeFirst()
  const id = before?.id ?? context.newId()
  const current = await sameVersion(tx, { id, version: before?.version ?? 0 }, body.version)
  if (!current.ok) return current
  const after: HolidayCalendarTable = {
    year: params.year,
    id,
    off_days: [...checked.value.off],
    working_days: [...checked.value.workingWeekends],
    source: checked.value.source.documentNumber,
    source_date: checked.value.source.date,
    version: (before?.version ?? 0) + 1,
  }
  const { year: _, ...values } = after
  await tx
    .insertInto('holiday_calendar')
    .values(after)
    .onConflict((conflict) => conflict.column('year').doUpdateSet(values))
    .execute()
  return ok({
    post: posts[0] ?? null,
    events: [{ type: 'calendarEntered', ...canonicalCalendar(after) }],
    changes: [
      {
        noun: 'calendar',
        id,
        version: after.version,
        before: before === undefined ? null : canonicalCalendar(before),
        after: canonicalCalendar(after),
      },
    ],
    reply: { version: after.version },
  })
}
