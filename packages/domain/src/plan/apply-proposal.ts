import type { Basis } from '../kernel/basis.ts'
import type { LocalDate } from '../kernel/local-date.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { changeAgreed } from './change-agreed.ts'
import { changeIndicator } from './change-indicator.ts'
import type { PlanError } from './errors.ts'
import type { IndicatorNode, LeafScoring, PlanContent } from './model.ts'
import type { PlanChange, Proposal } from './proposals.ts'

/** Who takes a proposal, and why: it becomes the basis of what is dated, answered or confirmed. */
export interface Taker {
  readonly by: string
  readonly on: LocalDate
  readonly reason: string
}

type List = 'indicators' | 'steps' | 'dataElements' | 'unitGroups'
type RowOf<L extends List> = PlanContent[L][number]

/** Changes the rows with these keys; undefined when one is not there, since the content has moved on. */
const edit = <L extends List>(
  content: PlanContent,
  list: L,
  keys: readonly string[],
  change: (row: RowOf<L>) => RowOf<L>,
): PlanContent | undefined => {
  const rows: readonly RowOf<L>[] = content[list]
  if (!keys.every((key) => rows.some((row) => row.key === key))) return undefined
  return { ...content, [list]: rows.map((row) => (keys.includes(row.key) ? change(row) : row)) }
}

const editScoring = (content: PlanContent, leafKey: string, change: (scoring: LeafScoring) => LeafScoring) =>
  edit(
    content,
    'indicators',
    [leafKey],
    (row): IndicatorNode => (row.scoring ? { ...row, scoring: change(row.scoring) } : row),
  )

const answer = (scoring: LeafScoring, question: string, choice: string, basis: Basis): LeafScoring => {
  if (!scoring.rule) return scoring
  const others = scoring.rule.answers.filter((row) => row.question !== question)
  return { ...scoring, rule: { ...scoring.rule, answers: [...others, { question, choice, basis }] } }
}

type Split = Extract<PlanChange, { kind: 'splitStep' }>

/** A corrected score after the verification; what needed the score now needs the corrected one. */
const splitStep = (content: PlanContent, change: Split, basis: Basis): PlanContent | undefined => {
  const first = content.steps.find((row) => row.key === change.stepKey)
  const before = content.steps.find((row) => row.key === change.before)
  if (!first || !before || content.steps.some((row) => row.key === change.correctedKey)) return undefined
  const corrected = {
    ...first,
    key: change.correctedKey,
    name: change.correctedName,
    due: change.correctedDue,
    needs: [first.key, change.after],
    basis,
  }
  return {
    ...content,
    steps: content.steps.flatMap((row) => {
      if (row === first) return [{ ...row, due: change.firstDue, basis }]
      if (row !== before) return [row]
      return [corrected, { ...row, needs: [...row.needs.filter((key) => key !== first.key), corrected.key] }]
    }),
  }
}

const changed = (content: PlanContent, change: PlanChange, basis: Basis): PlanContent | undefined => {
  switch (change.kind) {
    case 'mark':
      return edit(content, 'indicators', [change.nodeKey], (row) => ({ ...row, fullMark: change.fullMark }))
    case 'stepDue':
      return edit(content, 'steps', [change.stepKey], (row) => ({ ...row, due: change.due, basis }))
    case 'stepCutoff':
      return edit(content, 'steps', [change.stepKey], (row) => ({ ...row, cutoff: change.cutoff, basis }))
    case 'elementDue':
      return edit(content, 'dataElements', [change.elementKey], (row) => ({ ...row, due: change.due }))
    case 'elementCutoff':
      return edit(content, 'dataElements', [change.elementKey], (row) => ({ ...row, cutoff: change.cutoff }))
    case 'splitStep':
      return splitStep(content, change, basis)
    case 'ownerName':
      return edit(content, 'steps', change.stepKeys, (row) => ({ ...row, ownerAsPrinted: change.name }))
    case 'announced':
      return edit(content, 'unitGroups', [change.groupKey], (row) => ({ ...row, announced: change.count }))
    case 'dropBinding':
      return editScoring(content, change.leafKey, (scoring) => ({
        ...scoring,
        bindings: scoring.bindings.filter(({ input }) => input !== change.input),
      }))
    case 'answer':
      return editScoring(content, change.leafKey, (scoring) => answer(scoring, change.question, change.choice, basis))
    case 'weight':
    case 'nodeName':
    case 'standard':
    case 'sentence':
    case 'addNode':
    case 'dropNode':
      return changeIndicator(content, change, basis)
    case 'target':
    case 'dropTask':
    case 'addItem':
    case 'owner':
    case 'marks':
      return changeAgreed(content, change)
    case 'confirmSetting': {
      const setting = content.settings[change.setting]
      return setting && { ...content, settings: { ...content.settings, [change.setting]: { ...setting, basis } } }
    }
  }
}

/**
 * The content with a mechanical proposal carried out; it sets what the finding names and touches nothing else.
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
