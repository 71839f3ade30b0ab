import { normaliseName } from '../kernel/normalise.ts'
import { sentenceOf } from '../plan/change-indicator.ts'
import type { IndicatorNode, PlanContent } from '../plan/model.ts'
import type { PlanChange, Proposal, ProposalCode } from '../plan/proposals.ts'
import { type Taken, takenRows } from './choices.ts'
import { figure, keyOf, noteOf } from './draft-parts.ts'
import type { Choices, DraftNote, ReadChange, ReadNotice } from './model.ts'

/** Names in such notices are short forms: the indicator of that name, or the only one whose name holds it. */
const namedNode = ({ indicators }: PlanContent, printed: string): IndicatorNode | undefined => {
  const name = normaliseName(printed)
  const [same, ...more] = indicators.filter((node) => normaliseName(node.name) === name)
  if (same) return more.length === 0 ? same : undefined
  const [only, other] = indicators.filter(
    (node) => node.name.includes(name) || (node.name !== '' && name.includes(node.name)),
  )
  return other ? undefined : only
}

/** The only leaf that says these words in its rule or standard. */
const nodeSaying = ({ indicators }: PlanContent, words: string): IndicatorNode | undefined => {
  const [only, other] = indicators.filter(
    ({ scoring }) => scoring && (sentenceOf(scoring).includes(words) || scoring.completionStandard.includes(words)),
  )
  return other ? undefined : only
}

interface Proposed {
  readonly at: string
  readonly proposals: readonly Proposal[]
}

const propose = (at: string, code: ProposalCode, params: Proposal['params'], change: PlanChange): Proposed => ({
  at,
  proposals: [{ code, params, change }],
})

/** Words exchanged inside what the plan says; of a plan that says something else nobody knows what becomes. */
function exchanged(said: string, from: string | null, to: string): string | undefined {
  if (from === null || from === '' || said === '') return to
  return said.includes(from) ? said.replace(from, to) : undefined
}

const inScoring = (node: IndicatorNode, { field, from }: ReadChange, to: string): Proposed | undefined => {
  const { key: nodeKey, name, scoring } = node
  if (!scoring) return undefined
  const rule = sentenceOf(scoring)
  const inRule = field === 'rule' || (field !== 'standard' && from !== null && rule.includes(from))
  const after = exchanged(inRule ? rule : scoring.completionStandard, from, to)
  if (after === undefined) return undefined
  const at = `indicators[${nodeKey}].${inRule ? 'rule' : 'standard'}`
  return inRule
    ? propose(at, 'propose.changeRule', { name, to: after }, { kind: 'sentence', nodeKey, sentence: after })
    : propose(at, 'propose.changeStandard', { name, to: after }, { kind: 'standard', nodeKey, standard: after })
}

const changedIn = (node: IndicatorNode, change: ReadChange): Proposed | undefined => {
  const { key: nodeKey, name } = node
  const { field, to } = change
  if (to === null) return undefined
  const value = figure(to)
  if (field === 'fullMark')
    return propose(
      `indicators[${nodeKey}].fullMark`,
      'propose.changeMark',
      { name, to: value },
      { kind: 'mark', nodeKey, fullMark: value },
    )
  if (field === 'weight')
    return propose(
      `indicators[${nodeKey}].weight`,
      'propose.changeWeight',
      { name, to: value },
      { kind: 'weight', nodeKey, weight: value },
    )
  if (field === 'indicator')
    return propose(
      `indicators[${nodeKey}].name`,
      'propose.renameIndicator',
      { name, to: normaliseName(to) },
      { kind: 'nodeName', nodeKey, name: normaliseName(to) },
    )
  return field === 'leadUnit' || field === 'supporter' || field === 'due' ? undefined : inScoring(node, change, to)
}

const proposed = (content: PlanContent, change: ReadChange): Proposed | undefined => {
  const { act, name, from, to } = change
  if (act === 'added') {
    if (name === null) return undefined
    const own = normaliseName(name)
    const nodeKey = keyOf('i', [own])
    return propose(
      'indicators',
      'propose.addIndicator',
      { name: own },
      { kind: 'addNode', nodeKey, name: own, fullMark: to === null ? '' : figure(to) },
    )
  }
  const node = name === null ? (from === null ? undefined : nodeSaying(content, from)) : namedNode(content, name)
  if (!node) return undefined
  if (act === 'dropped')
    return propose(
      `indicators[${node.key}]`,
      'propose.dropIndicator',
      { name: node.name },
      { kind: 'dropNode', nodeKey: node.key },
    )
  return changedIn(node, change)
}

const noteFor = (content: PlanContent, field: Taken, change: ReadChange | undefined, at: number): DraftNote => {
  const found = change && proposed(content, change)
  return {
    ...noteOf('notice.changeProposed', field, { words: field.value }),
    key: `notice.changeProposed@${field.id}${at === 0 ? '' : `#${at}`}`,
    change: { at: found?.at ?? 'indicators', severity: 'mustFix', proposals: found?.proposals ?? [] },
  }
}

/**
 * Each accepted change of an adjusting notice as a note on a plan, with what a click does where the plan tells which indicator is meant.
 * A clause in other words than the notice's, and one that the plan does not answer to, is told without.
 */
export const changeNotes = (
  { rows }: Pick<ReadNotice, 'rows'>,
  choices: Choices,
  content: PlanContent,
): readonly DraftNote[] =>
  takenRows(rows, choices).flatMap(({ row, one }) => {
    const field = one('change')
    if (!field) return []
    const asRead = choices[field.id]?.state === 'accepted'
    const changes = asRead && row.changes && row.changes.length > 0 ? row.changes : [undefined]
    return changes.map((change, at) => noteFor(content, field, change, at))
  })
