import { isLocalDate, printDate } from '@quanheng/domain/kernel/local-date'
import type { Reading } from '../read.ts'
import { datesIn } from '../text/dates.ts'
import type { Finding } from './findings.ts'

const dued = ({ fields }: Reading) =>
  fields.steps.flatMap((step) =>
    step.due && !step.apart && isLocalDate(step.due.value) ? [{ step, due: step.due.value, at: step.due.at }] : [],
  )

/** A step that rests on earlier ones but is due before the latest of them. */
function orderOfSteps(reading: Reading): readonly Finding[] {
  const steps = dued(reading)
  let last: (typeof steps)[number] | undefined
  return steps.flatMap((one): Finding[] => {
    const { step, due, at } = one
    const latest = last
    if (!latest || latest.due < due) last = one
    if (!latest || latest.due <= due) return []
    const params = {
      step: step.name.value,
      due: printDate(due),
      other: latest.step.name.value,
      otherDue: printDate(latest.due),
    }
    return [{ kind: 'notice.dueAfterUse', at, params }]
  })
}

/** Days that contradict each other or do not exist. */
export function lintDates(reading: Reading): readonly Finding[] {
  const { context, fields } = reading
  const impossible = datesIn(context.text).flatMap(({ impossible, start, end, written }): Finding[] =>
    impossible ? [{ kind: 'notice.impossibleDay', at: { start, end }, params: { day: written } }] : [],
  )
  const [signed, printed] = [fields.documentDate, fields.printDate]
  const early: Finding[] =
    signed && printed && isLocalDate(signed.value) && isLocalDate(printed.value) && printed.value < signed.value
      ? [
          {
            kind: 'notice.printedBeforeSigned',
            at: printed.at,
            params: { signed: printDate(signed.value), printed: printDate(printed.value) },
          },
        ]
      : []
  return [
    ...impossible,
    ...orderOfSteps(reading),
    ...early,
    ...numberYear(reading),
    ...force(reading),
    ...forceBefore(reading),
  ]
}

function numberYear({ fields: { documentNumber, documentDate } }: Reading): readonly Finding[] {
  const year = documentNumber ? /[〔[［（(【](\d{4})/.exec(documentNumber.value)?.[1] : undefined
  if (
    !documentNumber ||
    !year ||
    !documentDate ||
    !isLocalDate(documentDate.value) ||
    documentDate.value.startsWith(year)
  )
    return []
  return [
    {
      kind: 'notice.numberOfOtherYear',
      at: documentNumber.at,
      params: { number: documentNumber.value, signed: printDate(documentDate.value) },
    },
  ]
}

/** 自印发之日起施行, signed and printed on two days. */
function force({ context, fields: { documentDate, printDate: printed } }: Reading): readonly Finding[] {
  if (
    !documentDate ||
    !printed ||
    printed.value <= documentDate.value ||
    !isLocalDate(printed.value) ||
    !isLocalDate(documentDate.value)
  )
    return []
  const found = /自(?:印发|发布|下发)之日起(?:施行|执行|实施)/.exec(context.text)
  if (!found) return []
  const params = { signed: printDate(documentDate.value), printed: printDate(printed.value) }
  return [{ kind: 'notice.twoDaysOfForce', at: { start: found.index, end: found.index + found[0].length }, params }]
}

/** 自2022年1月1日起施行 in a paper of March: it binds for days on which nobody could know it. */
function forceBefore({ context: { text }, fields: { documentDate } }: Reading): readonly Finding[] {
  if (!documentDate || !isLocalDate(documentDate.value)) return []
  return datesIn(text).flatMap(({ start, end, value, determined }): Finding[] => {
    const binds =
      /自\s?$/.test(text.slice(Math.max(0, start - 2), start)) &&
      /^(?:起|开始)(?:正式)?(?:施行|执行|实施|生效)/.test(text.slice(end, end + 8))
    return binds && determined && value < documentDate.value
      ? [
          {
            kind: 'notice.forceBeforeSigned',
            at: { start, end },
            params: { force: printDate(value), signed: printDate(documentDate.value) },
          },
        ]
      : []
  })
}
