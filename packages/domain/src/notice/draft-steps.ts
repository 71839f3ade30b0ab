import { isLocalDate } from '../kernel/local-date.ts'
import { normaliseName } from '../kernel/normalise.ts'
import { isStepKind, type PlanStep } from '../plan/model.ts'
import { basisOf, type DraftMeans, keyOf, noteOf, type Part, uniqueKeys, unitNamed } from './draft-parts.ts'
import { assumedKind, stepKindByName } from './step-kinds.ts'

const day = (value: string | undefined): string => (value !== undefined && isLocalDate(value) ? value : '')

/** What a step rests on: those printed before it that are of the kind of work that its inputs name. */
const withNeeds = (steps: readonly { readonly step: PlanStep; readonly inputs: readonly string[] }[]): PlanStep[] =>
  steps.map(({ step, inputs }, at) => {
    const wanted = inputs.flatMap((words) => stepKindByName(words).kind ?? [])
    const before = steps.slice(0, at).filter(({ step: { kind } }) => wanted.includes(kind))
    return { ...step, needs: before.map(({ step: { key } }) => key) }
  })

/** 进度安排 in printed order, which is never changed; a term that is no day stays open and is said. */
export const draftSteps = (means: DraftMeans): Part<readonly PlanStep[]> => {
  const unique = uniqueKeys()
  const parts = means.rows.flatMap((row): Part<{ readonly step: PlanStep; readonly inputs: readonly string[] }>[] => {
    const name = row.row.part === 'steps' ? row.one('step') : undefined
    if (!name) return []
    const [due, cutoff, actors] = [row.one('due'), row.one('cutoff'), row.all('actor')]
    const key = unique(keyOf('s', [normaliseName(name.value)]))
    const at = `steps[${key}]`
    const [first] = actors
    const unitId = first && unitNamed(means, first.value)
    const sectionId =
      first && unitId === undefined ? means.names.section(means.ownerUnitId, normaliseName(first.value)) : undefined
    const chosen = row.one('stepKind')
    const kind = chosen && isStepKind(chosen.value) ? chosen.value : stepKindByName(name.value).kind
    return [
      {
        value: {
          inputs: row.all('input').map(({ value }) => value),
          step: {
            key,
            kind: kind ?? assumedKind,
            name: name.value,
            due: day(due?.value),
            ...(day(cutoff?.value) !== '' && { cutoff: day(cutoff?.value) }),
            needs: [],
            ...(unitId !== undefined && { owner: { unitId } }),
            ...(sectionId !== undefined && { owner: { unitId: means.ownerUnitId, sectionId } }),
            ...(actors.length > 0 && { ownerAsPrinted: actors.map(({ value }) => value).join('、') }),
            basis: basisOf(means, name),
          },
        },
        sources: [
          [`${at}.name`, name.id],
          ...(chosen ? [[`${at}.kind`, chosen.id] as const] : []),
          ...(due ? [[`${at}.due`, due.id] as const] : []),
          ...(cutoff ? [[`${at}.cutoff`, cutoff.id] as const] : []),
          ...(first ? [[`${at}.ownerAsPrinted`, first.id] as const] : []),
        ],
        notes: [
          ...[due, cutoff].flatMap((field) =>
            field && day(field.value) === ''
              ? [noteOf('notice.dueNotADay', field, { step: name.value, words: field.value })]
              : [],
          ),
          ...(kind === undefined ? [noteOf('notice.stepKindAssumed', name, { step: name.value })] : []),
        ],
      },
    ]
  })
  return {
    value: withNeeds(parts.map(({ value }) => value)),
    sources: parts.flatMap(({ sources }) => sources),
    notes: parts.flatMap(({ notes }) => notes),
  }
}
