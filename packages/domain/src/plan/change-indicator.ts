import type { Basis } from '../kernel/basis.ts'
import { readRule } from '../rule/parse.ts'
import { saysAgreed } from './change-agreed.ts'
import type { IndicatorNode, LeafScoring, PlanContent } from './model.ts'
import type { IndicatorChange, PlanChange } from './proposals.ts'

/** The sentence as typed or printed, whether it is understood or not. */
export const sentenceOf = ({ rule, sentence }: LeafScoring): string => rule?.text ?? sentence ?? ''

/** A sentence that is understood is the rule; another one waits for its drafter. */
const withSentence = ({ rule: _, sentence: __, ...scoring }: LeafScoring, sentence: string): LeafScoring => {
  const read = readRule(sentence)
  return read.ok ? { ...scoring, rule: read.value } : { ...scoring, sentence }
}

/** The node with all below it. */
const branchOf = (indicators: readonly IndicatorNode[], nodeKey: string): ReadonlySet<string> => {
  const keys = new Set([nodeKey])
  for (let before = 0; before < keys.size; ) {
    before = keys.size
    for (const { key, parentKey } of indicators) if (parentKey !== undefined && keys.has(parentKey)) keys.add(key)
  }
  return keys
}

/** Nothing is left that points to what went. */
const without = (content: PlanContent, nodeKey: string): PlanContent => {
  const gone = branchOf(content.indicators, nodeKey)
  return {
    ...content,
    indicators: content.indicators.filter(({ key }) => !gone.has(key)),
    tasks: content.tasks.filter(({ leafKey }) => !gone.has(leafKey)),
    responsibilities: content.responsibilities.filter((row) => !gone.has(row.nodeKey)),
  }
}

const changedNode = (node: IndicatorNode, change: IndicatorChange): IndicatorNode => {
  const { scoring } = node
  switch (change.kind) {
    case 'weight':
      return { ...node, weight: change.weight }
    case 'nodeName':
      return { ...node, name: change.name }
    case 'standard':
      return scoring ? { ...node, scoring: { ...scoring, completionStandard: change.standard } } : node
    case 'sentence':
      return scoring ? { ...node, scoring: withSentence(scoring, change.sentence) } : node
    case 'addNode':
    case 'dropNode':
      return node
  }
}

/** The plan with one indicator changed, added at the end or dropped with all that belongs to it; undefined when it is not there. */
export const changeIndicator = (
  content: PlanContent,
  change: IndicatorChange,
  basis: Basis,
): PlanContent | undefined => {
  const { indicators } = content
  const known = indicators.some(({ key }) => key === change.nodeKey)
  if (change.kind === 'addNode') {
    const { nodeKey: key, name, fullMark } = change
    return known ? undefined : { ...content, indicators: [...indicators, { key, name, fullMark, basis }] }
  }
  if (!known) return undefined
  if (change.kind === 'dropNode') return without(content, change.nodeKey)
  return {
    ...content,
    indicators: indicators.map((node) => (node.key === change.nodeKey ? changedNode(node, change) : node)),
  }
}

/** Whether the plan already says what a notice or an agreed adjustment asks for. */
export const saysChange = (content: PlanContent, change: PlanChange): boolean => {
  const { indicators } = content
  switch (change.kind) {
    case 'target':
    case 'dropTask':
    case 'addItem':
    case 'owner':
    case 'marks':
      return saysAgreed(content, change)
    default:
  }
  if (!('nodeKey' in change)) return false
  const node = indicators.find(({ key }) => key === change.nodeKey)
  switch (change.kind) {
    case 'mark':
      return node?.fullMark === change.fullMark
    case 'weight':
      return node?.weight === change.weight
    case 'nodeName':
      return node?.name === change.name
    case 'standard':
      return node?.scoring?.completionStandard === change.standard
    case 'sentence':
      return node?.scoring !== undefined && sentenceOf(node.scoring) === change.sentence
    case 'addNode':
      return indicators.some(({ key, name }) => key === change.nodeKey || name === change.name)
    case 'dropNode':
      return node === undefined
  }
}
