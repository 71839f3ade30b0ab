import { isLocalDate, printDate } from '@quanheng/domain/kernel/local-date'
import type { Reading } from '../read.ts'
import type { Finding } from './findings.ts'

const reviews = /审核|审定|复核|会签|会议|党组会|签发|签字|审议/

/** A review that is due on the very day on which what it reviews arrives. */
export const lintSameDay = ({ context, fields: { steps } }: Reading): readonly Finding[] =>
  steps.flatMap((step, index): Finding[] => {
    const due = step.due
    if (!due || step.apart || !isLocalDate(due.value) || !reviews.test(context.text.slice(step.start, step.end)))
      return []
    const before = steps.slice(0, index).find((other) => !other.apart && other.due?.value === due.value)
    if (!before) return []
    return [
      {
        kind: 'notice.reviewSameDay',
        at: due.at,
        params: { step: step.name.value, other: before.name.value, due: printDate(due.value) },
      },
    ]
  })
