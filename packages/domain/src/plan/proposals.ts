import type { Basis } from '../kernel/basis.ts'
import type { LocalDate } from '../kernel/local-date.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import type { PlanError } from './errors.ts'
import type { PlanContent, PlanSettings } from './model.ts'

/** What a person may do about a finding. With `change` the platform can do it on a click; without, it says where to go. */
export interface Proposal {
  readonly code: ProposalCode
  readonly params: Readonly<Record<string, string>>
  readonly change?: PlanChange
}

export const proposalCodes = [
  'propose.moveInput',
  'propose.moveStep',
  'propose.splitStep',
  'propose.previousWorkingDay',
  'propose.nextWorkingDay',
  'propose.useSum',
  'propose.useQuoted',
  'propose.useOneName',
  'propose.useFoundCount',
  'propose.confirmDefault',
  'propose.dropBinding',
  'propose.moveDataDue',
  'propose.cutoffOnDue',
  'propose.rewriteOrJudge',
  'propose.nameSubstitute',
  'propose.enterCalendar',
] as const
export type ProposalCode = (typeof proposalCodes)[number]

/** The mechanical repairs: each sets one thing that the finding names and touches nothing else. */
export type PlanChange =
  | { readonly kind: 'mark'; readonly nodeKey: string; readonly fullMark: string }
  | { readonly kind: 'stepDue'; readonly stepKey: string; readonly due: LocalDate }
  | { readonly kind: 'elementDue'; readonly elementKey: string; readonly due: LocalDate }
  | { readonly kind: 'elementCutoff'; readonly elementKey: string; readonly cutoff: LocalDate }
  | { readonly kind: 'stepCutoff'; readonly stepKey: string; readonly cutoff: LocalDate }
  | {
      readonly kind: 'splitStep'
      readonly stepKey: string
      readonly firstDue: LocalDate
      readonly correctedDue: LocalDate
      readonly correctedKey: string
      readonly correctedName: string
      readonly after: string
      readonly before: string
    }
  | { readonly kind: 'ownerName'; readonly stepKeys: readonly string[]; readonly name: string }
  | { readonly kind: 'announced'; readonly groupKey: string; readonly count: number }
  | { readonly kind: 'dropBinding'; readonly leafKey: string; readonly input: string }
  | { readonly kind: 'confirmSetting'; readonly setting: keyof PlanSettings }

/** Who takes a proposal, and why: it becomes the basis of what is set. */
export interface Taker {
  readonly by: string
  readonly on: LocalDate
  readonly reason: string
}

/** Replaces the row with this key; undefined when there is none, since the content has moved on. */
const replace = <T>(
  rows: readonly T[],
  matches: (row: T) => boolean,
  change: (row: T) => T,
): readonly T[] | undefined => (rows.some(matches) ? rows.map((row) => (matches(row) ? change(row) : row)) : undefined)

const part = <K extends keyof PlanContent>(
  content: PlanContent,
  name: K,
  rows: PlanContent[K] | undefined,
): PlanContent | undefined => rows && { ...content, [name]: rows }

const splitStep = (
  content: PlanContent,
  change: Extract<PlanChange, { kind: 'splitStep' }>,
): PlanContent | undefined => {
  const step = content.steps.find((row) => row.key === change.stepKey)
  if (!step || content.steps.some((row) => row.key === change.correctedKey)) return undefined
  const corrected = {
    ...step,
    key: change.correctedKey,
    name: change.correctedName,
    due: change.correctedDue,
    needs: [step.key, change.after],
  }
  return {
    ...content,
    steps: content.steps.flatMap((row) => {
      if (row.key === step.key) return [{ ...row, due: change.firstDue }]
      if (row.key === change.before)
        return [corrected, { ...row, needs: [...row.needs.filter((key) => key !== step.key), corrected.key] }]
      return [row]
    }),
  }
}

const changed = (content: PlanContent, change: PlanChange, basis: Basis): PlanContent | undefined => {
  switch (change.kind) {
    case 'mark':
      return part(
        content,
        'indicators',
        replace(
          content.indicators,
          (row) => row.key === change.nodeKey,
          (row) => ({ ...row, fullMark: change.fullMark }),
        ),
      )
    case 'stepDue':
      return part(
        content,
        'steps',
        replace(
          content.steps,
          (row) => row.key === change.stepKey,
          (row) => ({ ...row, due: change.due, basis }),
        ),
      )
    case 'stepCutoff':
      return part(
        content,
        'steps',
        replace(
          content.steps,
          (row) => row.key === change.stepKey,
          (row) => ({ ...row, cutoff: change.cutoff, basis }),
        ),
      )
    case 'elementDue':
      return part(
        content,
        'dataElements',
        replace(
          content.dataElements,
          (row) => row.key === change.elementKey,
          (row) => ({ ...row, due: change.due }),
        ),
      )
    case 'elementCutoff':
      return part(
        content,
        'dataElements',
        replace(
          content.dataElements,
          (row) => row.key === change.elementKey,
          (row) => ({ ...row, cutoff: change.cutoff }),
        ),
      )
    case 'splitStep':
      return splitStep(content, change)
    case 'ownerName':
      return part(
        content,
        'steps',
        replace(
          content.steps,
          (row) => change.stepKeys.includes(row.key),
          (row) => ({ ...row, ownerAsPrinted: change.name }),
        ),
      )
    case 'announced':
      return part(
        content,
        'unitGroups',
        replace(
          content.unitGroups,
          (row) => row.key === change.groupKey,
          (row) => ({ ...row, announced: change.count }),
        ),
      )
    case 'dropBinding':
      return part(
        content,
        'indicators',
        replace(
          content.indicators,
          (row) => row.key === change.leafKey && row.scoring !== undefined,
          (row) =>
            row.scoring
              ? {
                  ...row,
                  scoring: {
                    ...row.scoring,
                    bindings: row.scoring.bindings.filter(({ input }) => input !== change.input),
                  },
                }
              : row,
        ),
      )
    case 'confirmSetting': {
      const setting = content.settings[change.setting]
      return setting && { ...content, settings: { ...content.settings, [change.setting]: { ...setting, basis } } }
    }
  }
}

/**
 * The content with a mechanical proposal carried out; what it dates or confirms gets the taker's interpretation as basis.
 * @returns refusal `plan.proposalStale` when what it changes is no longer there, or when the proposal is not mechanical
 */
export const applyProposal = (
  content: PlanContent,
  proposal: Proposal,
  taker: Taker,
): Result<PlanContent, PlanError<'plan.proposalStale'>> => {
  const after = proposal.change && changed(content, proposal.change, { kind: 'interpretation', ...taker })
  return after ? ok(after) : refuse('plan.proposalStale', { params: { proposal: proposal.code } })
}
