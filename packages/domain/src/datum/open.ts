import { canonicalJson } from '../kernel/canonical-json.ts'
import { collectionTasks } from '../plan/collection.ts'
import { plain } from '../plan/digest-form.ts'
import type { DataElement, DataSource, DatumSource, PlanContent } from '../plan/model.ts'
import { planIndex } from '../plan/plan-index.ts'
import { scorerFor } from '../plan/responsibility.ts'
import type { Datum } from './model.ts'

interface Place {
  readonly unitId: string
  readonly sectionId?: string
}

/** A datum as an issued plan asks for it. */
export interface DatumTask {
  readonly elementKey: string
  readonly unitId: string
  readonly period: string
  readonly source: DatumSource
  /** Who is asked, by `source`. */
  readonly asked: Place
  readonly due: string
  readonly cutoff: string
  readonly leafKeys: readonly string[]
  /** Who scores the leaves of this unit that use it; empty while nobody may. */
  readonly scorers: readonly Place[]
}

const placeOf = ({ unitId, sectionId }: Place): Place => (sectionId === undefined ? { unitId } : { unitId, sectionId })

/**
 * Who is asked. A section does not give figures on its own unit (回避): the substitute of the recusal does, where the plan
 * names one. Data providers and the unit itself are asked as they are.
 */
const sourceFor = (
  content: PlanContent,
  source: DataSource,
  unitId: string,
  leafKeys: readonly string[],
): DatumSource => {
  if ((source.kind !== 'section' && source.kind !== 'superior') || source.unitId !== unitId) return source
  const scorers = leafKeys.map((leafKey) => scorerFor(content, leafKey, unitId))
  const found = scorers.find((scorer) => scorer.ok && scorer.value.by === 'recusal')
  if (!found?.ok) return source
  const { unitId: substitute, sectionId } = found.value
  if (source.kind === 'superior') return { kind: 'superior', body: source.body, ...placeOf(found.value) }
  return sectionId === undefined
    ? { kind: 'substitute', unitId: substitute }
    : { kind: 'section', unitId: substitute, sectionId }
}

const scorersFor = (content: PlanContent, unitId: string, leafKeys: readonly string[]): readonly Place[] => {
  const places = leafKeys.flatMap((leafKey) => {
    const scorer = scorerFor(content, leafKey, unitId)
    return scorer.ok ? [placeOf(scorer.value)] : []
  })
  return [...new Map(places.map((place) => [`${place.unitId}/${place.sectionId ?? ''}`, place])).values()]
}

const askedBy = (source: DatumSource, unitId: string): Place =>
  source.kind === 'appraisedUnit' ? { unitId } : placeOf(source)

/** Every datum the plan asks for. Elements of leaves that await their annex have no dates yet and are not asked. */
export const datumTasks = (content: PlanContent): readonly DatumTask[] => {
  const { elements } = planIndex(content)
  return collectionTasks(content).flatMap(({ elementKey, unitId, due, cutoff, leafKeys }): DatumTask[] => {
    const element = elements.get(elementKey)
    if (!element || due === '' || cutoff === '') return []
    const source = sourceFor(content, element.source, unitId, leafKeys)
    const asked = askedBy(source, unitId)
    if (asked.unitId === '') return []
    const scorers = scorersFor(content, unitId, leafKeys)
    return [{ elementKey, unitId, period: element.period, source, asked, due, cutoff, leafKeys, scorers }]
  })
}

const meaning = ({ type, unit, cutoff, entries, recordTally }: DataElement): string =>
  canonicalJson(plain({ type, unit, cutoff, entries, recordTally }))

/** Whether a figure given under one version of the plan still answers the other: kind, unit of measure, cut-off, list. */
export const asksTheSame = (before: DataElement | undefined, after: DataElement): boolean =>
  before !== undefined && meaning(before) === meaning(after)

/** A substitute's data were stored under this body, as if a superior's, before they had a kind of their own. */
const bodyOfEarlierSubstitute = '回避替代单位'

const asKnownNow = (source: DatumSource): DatumSource =>
  source.kind === 'superior' && source.body === bodyOfEarlierSubstitute
    ? { kind: 'substitute', unitId: source.unitId }
    : source

const settled: readonly Datum['state'][] = ['reported', 'confirmed', 'verified', 'closed']

/**
 * A datum under the next version of its plan. What has been reported stands where the plan still asks the same; else it
 * goes back to be reported again, with `reason`. A figure that waits for its confirmation also goes back when another body
 * is asked now. Earlier versions of the figure stay as they are.
 */
export const adoptTask = (datum: Datum, task: DatumTask, same: boolean, reason: string): Datum => {
  const moved = canonicalJson(plain(asKnownNow(datum.source))) !== canonicalJson(plain(task.source))
  const back = settled.includes(datum.state) && (!same || (moved && datum.state === 'reported'))
  if (!back) return { ...datum, source: task.source }
  const { final: _final, ...kept } = datum
  return { ...kept, source: task.source, state: 'returned', returnReason: reason }
}
