import { reportedInputs } from '../../rule/inputs.ts'
import { type Finding, finding } from '../findings.ts'
import type { IndicatorNode, LeafScoring, PlanContent } from '../model.ts'
import { awaitedAnnex } from '../scoring-blocks.ts'
import { childrenOf, isScoredByLead, leaves } from '../tree.ts'
import { checkBindings } from './bindings.ts'
import type { CheckContext } from './context.ts'
import { checkExamples } from './examples.ts'
import { rewriteOrJudge, ruleFindings } from './rule-findings.ts'

const rule = (content: PlanContent, leaf: IndicatorNode, scoring: LeafScoring, context: CheckContext): Finding[] => {
  const at = `indicators[${leaf.key}].scoring`
  if (scoring.rule)
    return [
      ...ruleFindings(leaf, scoring.rule, `${at}.rule`),
      ...checkBindings(content, leaf, scoring, reportedInputs(scoring.rule.rule), context),
      ...checkExamples(leaf, scoring.rule, scoring.examples ?? []),
    ]
  const sentence = scoring.sentence?.trim() ?? ''
  return sentence === ''
    ? [finding('check.ruleMissing', `${at}.rule`, { name: leaf.name }, { proposals: [rewriteOrJudge] })]
    : [
        finding(
          'check.ruleNotUnderstood',
          `${at}.sentence`,
          { name: leaf.name, sentence },
          { proposals: [rewriteOrJudge] },
        ),
      ]
}

const cardFields = ['formula', 'measure', 'unit', 'period', 'publisher', 'release'] as const

const texts = (leaf: IndicatorNode, { completionStandard, evidenceList, card }: LeafScoring): Finding[] => {
  const at = `indicators[${leaf.key}].scoring`
  const blank = cardFields.filter((field) => card[field].trim() === '')
  return [
    ...(completionStandard.trim() === ''
      ? [finding('check.standardMissing', `${at}.completionStandard`, { name: leaf.name })]
      : []),
    ...(evidenceList.length === 0
      ? [finding('check.evidenceListEmpty', `${at}.evidenceList`, { name: leaf.name })]
      : []),
    ...(blank.length > 0
      ? [finding('check.cardIncomplete', `${at}.card`, { name: leaf.name, count: String(blank.length) })]
      : []),
  ]
}

const leaf = (content: PlanContent, of: IndicatorNode, context: CheckContext): Finding[] => {
  const annex = awaitedAnnex(content, of)
  if (annex)
    return [
      finding(
        'check.leafAwaitsAnnex',
        `indicators[${of.key}].awaits`,
        { name: of.name, annex: annex.title },
        { basis: of.basis },
      ),
    ]
  if (isScoredByLead(content, of)) return []
  const scoring = of.scoring
  if (!scoring)
    return [
      finding('check.ruleMissing', `indicators[${of.key}].scoring`, { name: of.name }, { proposals: [rewriteOrJudge] }),
    ]
  return [...rule(content, of, scoring, context), ...texts(of, scoring)]
}

/** Names that two rows of one list share: a reader could not tell which is meant. */
const sameNames = (rows: readonly { readonly at: string; readonly name: string }[]): Finding[] =>
  [...Map.groupBy(rows, (row) => row.name)].flatMap(([name, same]) =>
    name === ''
      ? []
      : same.slice(1).map((row) => finding('check.sameName', row.at, { name, count: String(same.length) })),
  )

const names = (content: PlanContent): Finding[] => [
  ...content.indicators.flatMap((node) =>
    node.name.trim() === '' ? [finding('check.nameMissing', `indicators[${node.key}].name`)] : [],
  ),
  ...[undefined, ...content.indicators.map((node) => node.key)].flatMap((parent) =>
    sameNames(childrenOf(content, parent).map((node) => ({ at: `indicators[${node.key}].name`, name: node.name }))),
  ),
  ...sameNames(content.unitGroups.map((row) => ({ at: `unitGroups[${row.key}].name`, name: row.name }))),
  ...sameNames(content.steps.map((row) => ({ at: `steps[${row.key}].name`, name: row.name }))),
]

export const checkLeaves = (content: PlanContent, context: CheckContext): readonly Finding[] => [
  ...(content.indicators.length === 0 ? [finding('check.noIndicators', 'indicators')] : []),
  ...names(content),
  ...leaves(content).flatMap((of) => leaf(content, of, context)),
]
