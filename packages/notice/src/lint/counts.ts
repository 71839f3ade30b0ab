import { announcedTotals } from '../find/units.ts'
import type { Reading } from '../read.ts'
import type { Finding } from './findings.ts'

/** Announced numbers of units against the names that stand there. */
export function lintCounts({ context, fields: { groups, units } }: Reading): readonly Finding[] {
  const each = groups.flatMap(({ name, announced, found }): Finding[] =>
    announced === null || announced === found
      ? []
      : [
          {
            kind: 'notice.countDiffers',
            at: name.at,
            params: { name: name.value, announced: String(announced), found: String(found) },
          },
        ],
  )
  const counted = groups.length > 0 ? groups.reduce((all, { found }) => all + found, 0) : units.length
  const whole = counted < 3 ? [] : announcedTotals(context).filter(({ count }) => count !== counted)
  return [
    ...each,
    ...whole.slice(0, 1).map(
      ({ count, at }): Finding => ({
        kind: 'notice.countDiffers',
        at,
        params: { name: '全部单位', announced: String(count), found: String(counted) },
      }),
    ),
  ]
}
