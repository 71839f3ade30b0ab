import type { PlanContent } from '../plan/model.ts'
import { creditClasses, gatesOf } from '../plan/year-arithmetic.ts'
import type { Credit, ScoringInput, Veto } from '../scoring/model.ts'
import type { CreditEntry } from './model.ts'

/** A decided entry as totals count it, with what a reader of the total is told of it. */
export interface CountedEntry {
  readonly entryId: string
  readonly unitId: string
  readonly matter: string
  readonly decision: { readonly body: string; readonly on: string; readonly number: string }
  readonly credit?: Credit
  readonly veto?: Veto
}

/** Whether totals count it: decided, and no lifting confirmed. A lifting that waits for its second person changes nothing yet. */
export const counts = ({ state, standing }: Pick<CreditEntry, 'state' | 'standing'>): boolean =>
  state === 'decided' || (state === 'toConfirm' && standing.pending?.effect === 'lift')

/** 已审定 entries, in the order of their ids. */
export const countedEntries = (entries: readonly CreditEntry[]): readonly CountedEntry[] =>
  entries
    .filter(counts)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((entry): readonly CountedEntry[] => {
      const { decision, review } = entry.standing
      if (decision === undefined) return []
      const head = {
        entryId: entry.id,
        unitId: entry.unitId,
        matter: entry.claim.matter,
        decision: { body: decision.body, on: decision.on, number: decision.number },
      }
      if (entry.kind === 'veto') {
        return [{ ...head, veto: { gateKey: entry.claim.gateKey ?? '', unitId: entry.unitId } }]
      }
      const credit: Credit = {
        key: entry.id,
        unitId: entry.unitId,
        effect: entry.kind,
        ...(entry.claim.classKey !== undefined && { classKey: entry.claim.classKey }),
        points: review?.points ?? '0',
        matter: review?.matterOf ?? entry.id,
      }
      return [{ ...head, credit }]
    })

/** As totals take them. */
export const inScoring = (entries: readonly CountedEntry[]): Required<Pick<ScoringInput, 'credits' | 'vetoes'>> => ({
  credits: entries.flatMap(({ credit }) => credit ?? []),
  vetoes: entries.flatMap(({ veto }) => veto ?? []),
})

/** Whether a plan has the class, or the gate, under which the entry was decided: another year's plan may have neither. */
export const isForeseen = (settings: PlanContent['settings'], { credit, veto }: CountedEntry): boolean => {
  if (veto !== undefined) return gatesOf(settings).some(({ key }) => key === veto.gateKey)
  if (credit === undefined || settings.credits === undefined || settings.credits.value === 'none') return false
  const { classKey, effect } = credit
  if (classKey === undefined) return true
  return creditClasses(settings).some((own) => own.key === classKey && own.effect === effect)
}
