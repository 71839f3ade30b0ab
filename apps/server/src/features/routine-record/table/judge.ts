import { normaliseName, normaliseText } from '@quanheng/domain/kernel/normalise'
import type { DomainError } from '@quanheng/domain/kernel/result'
import { beginRoutineRecord, type RoutineSubject } from '@quanheng/domain/routine-record/decide'
import { type RoutineEffect, type RoutineRecord, routineEffects } from '@quanheng/domain/routine-record/model'
import { label } from '@quanheng/messages/labels'
import type { ReadRow } from '@quanheng/papers/xlsx/read-table'
import type { HeldPost } from '../../../platform/door/actor.ts'
import { type Asking, commandContext } from '../../../platform/door/asking.ts'
import { postOfScorer } from '../services.ts'

/** What a row is judged by. */
export interface JudgeGround {
  readonly subject: Omit<RoutineSubject, 'leafKey' | 'unitId'> & { readonly year: number }
  /** Names as typed, normalised, to ids. */
  readonly units: ReadonlyMap<string, readonly string[]>
  readonly leaves: ReadonlyMap<string, string>
  readonly posts: readonly HeldPost[]
}

export interface Judged {
  readonly begun: readonly { readonly record: RoutineRecord; readonly post: HeldPost }[]
  readonly faults: readonly { readonly row: ReadRow; readonly column: string; readonly error: DomainError<string> }[]
}

const effects = new Map<string, RoutineEffect>(
  routineEffects.map((effect) => [label('zh-CN', 'routineEffect', effect), effect]),
)

const textOf = (row: ReadRow, key: string): string => normaliseText(row.cells[key]?.text ?? '').trim()

/** Where a refusal of the domain stands in the row. */
const columnAt = (at: string | undefined): string => {
  const name = at?.replace(/^content\./, '') ?? ''
  return name === 'unitId' || name === '' ? 'unit' : name
}

/** Every row by the same decision that the page's dialog goes through; a row that cannot stand names its cell. */
export const judgeRows = (
  rows: readonly ReadRow[],
  { subject, units, leaves, posts }: JudgeGround,
  asked: Pick<Asking, 'actor' | 'context'>,
): Judged => {
  const begun: Judged['begun'][number][] = []
  const faults: Judged['faults'][number][] = []
  for (const row of rows) {
    const text = textOf(row, 'unit')
    const found = units.get(normaliseName(text)) ?? []
    const leafKey = leaves.get(textOf(row, 'leaf'))
    const [unitId] = found
    if (unitId === undefined || found.length > 1) {
      const code = unitId === undefined ? 'plan.unitUnknown' : 'plan.unitAmbiguous'
      faults.push({ row, column: 'unit', error: { code, params: { text } } })
      continue
    }
    if (leafKey === undefined) {
      const params = { column: '指标', text: textOf(row, 'leaf') }
      faults.push({ row, column: 'leaf', error: { code: 'table.notChoice', params } })
      continue
    }
    const post = postOfScorer(posts, subject.plan, leafKey, unitId)
    if (post === undefined) continue
    const made = beginRoutineRecord(
      { ...subject, leafKey, unitId },
      {
        happenedOn: textOf(row, 'happenedOn'),
        happening: textOf(row, 'happening'),
        source: textOf(row, 'source'),
        effect: effects.get(textOf(row, 'effect')) ?? 'none',
        proposalBasis: textOf(row, 'proposalBasis'),
        points: textOf(row, 'points'),
        files: [],
      },
      { ...commandContext(asked, post), year: subject.year },
    )
    if (made.ok) begun.push({ record: made.value.next, post })
    else faults.push({ row, column: columnAt(made.error.at), error: made.error })
  }
  return { begun, faults }
}
