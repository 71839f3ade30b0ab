import { equal, printExact } from '../../kernel/exact.ts'
import { type Finding, finding } from '../findings.ts'
import type { IndicatorNode, PlanContent } from '../model.ts'
import { awaitedAnnex } from '../scoring-blocks.ts'
import { childrenOf, markOf, nodeByKey, sumOfMarks } from '../tree.ts'
import type { CheckContext } from './context.ts'

const missing = (content: PlanContent, node: IndicatorNode): Finding[] =>
  markOf(node) || awaitedAnnex(content, node)
    ? []
    : [finding('check.markMissing', `indicators[${node.key}].fullMark`, { name: node.name }, { basis: node.basis })]

/** A branch's mark against its children's. Where a child has none there is nothing to compare yet; weighted marks do not add up. */
const sum = (content: PlanContent, node: IndicatorNode): Finding[] => {
  const children = childrenOf(content, node.key)
  const [own, total] = [markOf(node), children.length === 0 ? undefined : sumOfMarks(children)]
  if (!own || !total || equal(own, total) || children.some(({ weight }) => (weight ?? '') !== '')) return []
  const fullMark = printExact(total)
  const params = { name: node.name, mark: node.fullMark, sum: fullMark }
  return [
    finding('check.marksDoNotSum', `indicators[${node.key}].fullMark`, params, {
      basis: node.basis,
      proposals: [
        { code: 'propose.useSum', params: { sum: fullMark }, change: { kind: 'mark', nodeKey: node.key, fullMark } },
      ],
    }),
  ]
}

/** 指标考核实施方案 quotes its marks from the year plan's line. */
const quoted = (node: IndicatorNode, { parent }: CheckContext): Finding[] => {
  if (!parent) return []
  const at = `indicators[${node.key}]`
  if (!node.line) return [finding('check.lineNotNamed', `${at}.line`, { name: node.name })]
  const line = node.line.planId === parent.planId ? nodeByKey(parent.content, node.line.key) : undefined
  if (!line) return [finding('check.lineNotFound', `${at}.line`, { name: node.name })]
  const [own, theirs] = [markOf(node), markOf(line)]
  if (!own || !theirs || equal(own, theirs)) return []
  const fullMark = printExact(theirs)
  const params = { name: node.name, mark: node.fullMark, quoted: fullMark, line: line.name }
  return [
    finding('check.markNotQuoted', `${at}.fullMark`, params, {
      basis: line.basis,
      proposals: [
        {
          code: 'propose.useQuoted',
          params: { quoted: fullMark },
          change: { kind: 'mark', nodeKey: node.key, fullMark },
        },
      ],
    }),
  ]
}

export const checkMarks = (content: PlanContent, context: CheckContext): readonly Finding[] => [
  ...content.indicators.flatMap((node) => [...missing(content, node), ...sum(content, node)]),
  ...(content.kind === 'indicatorPlan' ? childrenOf(content, undefined).flatMap((node) => quoted(node, context)) : []),
]
