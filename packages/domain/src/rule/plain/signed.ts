import { equal, exact, printExact, sub } from '../../kernel/exact.ts'
import { evaluate } from '../evaluate.ts'
import type { FactValue } from '../facts.ts'
import type { Answer, StoredRule } from '../model.ts'
import type { Outcome } from '../outcome.ts'

/**
 * What a sentence gives without full marks: the points that it awards, or the signed amount that it adds or takes. It is what stays the
 * same whatever the full marks are; a sentence that speaks of full marks needs them and says so.
 */
export function signedOutcome(
  stored: Pick<StoredRule, 'rule' | 'answers'>,
  inputs: Readonly<Record<string, FactValue>>,
): Outcome {
  const answers = [...stored.answers, ...boundless.filter((one) => !stored.answers.some(sameQuestion(one)))]
  const [first, second] = marks.map((fullMark) => evaluate({ ...stored, answers }, { fullMark, inputs }))
  if (first?.status === 'scored' && second?.status === 'scored') {
    const points = amount(first.points, second.points)
    return points === undefined ? { status: 'missing', needs: ['满分'] } : { ...first, points, fullMark: '0' }
  }
  if (first?.status === 'ambiguous' && second?.status === 'ambiguous') {
    const readings = first.readings.flatMap((reading, i) => {
      const points = amount(reading.points, second.readings[i]?.points ?? '')
      return points === undefined ? [] : [{ ...reading, points, fullMark: '0' }]
    })
    return readings.length === first.readings.length
      ? { status: 'ambiguous', readings }
      : { status: 'missing', needs: ['满分'] }
  }
  return first?.status === 'scored'
    ? { status: 'missing', needs: ['满分'] }
    : (first ?? { status: 'missing', needs: [] })
}

/** Far above any points of a sentence, so that no floor or ceiling of theirs is met. */
const marks = ['1000000007', '3000000019'] as const

/** Where there are no full marks, nothing that is left unsaid can be meant to end at them. */
const boundless: readonly Answer[] = (['additionLimit', 'ceiling'] as const).map((question) => ({
  question,
  choice: 'unlimited',
  basis: { kind: 'default' },
}))

const sameQuestion =
  ({ question }: Answer) =>
  (other: Answer): boolean =>
    other.question === question

function amount(one: string, other: string): string | undefined {
  if (one === other) return one
  const [a, b] = [sub(exact(one), exact(marks[0])), sub(exact(other || '0'), exact(marks[1]))]
  return equal(a, b) ? printExact(a) : undefined
}
