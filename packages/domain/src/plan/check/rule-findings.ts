import type { Finding as RuleFinding } from '../../rule/findings.ts'
import { lint } from '../../rule/lint.ts'
import type { StoredRule } from '../../rule/model.ts'
import { lineOf } from '../../rule/questions.ts'
import type { Finding } from '../findings.ts'
import type { IndicatorNode } from '../model.ts'
import type { Proposal } from '../proposals.ts'

export const rewriteOrJudge: Proposal = { code: 'propose.rewriteOrJudge', params: {} }

/**
 * An unanswered question stops the issue, but may be let stand 按原文执行: scoring then goes on wherever all readings
 * agree and says `ambiguous` where they do not. Every other fault keeps the weight that the rule language gives it.
 */
const weight = ({ code, severity }: RuleFinding): Pick<Finding, 'severity' | 'acceptable'> => {
  if (code === 'rule.open') return { severity: 'mustFix', acceptable: true }
  return severity === 'mustResolve'
    ? { severity: 'mustFix', acceptable: false }
    : { severity: 'note', acceptable: true }
}

const proposalsFor = (leaf: IndicatorNode, { code, question }: RuleFinding): readonly Proposal[] => {
  if (code === 'rule.textNotUnderstood' || code === 'rule.textDiffers') return [rewriteOrJudge]
  if (!question) return []
  const params = { question: question.code, reading: lineOf(question.code, question.usual) ?? question.usual }
  const change = { kind: 'answer', leafKey: leaf.key, question: question.code, choice: question.usual } as const
  return [{ code: 'propose.answerUsual', params, change }]
}

/** The rule language's own findings, placed in the plan. */
export const ruleFindings = (leaf: IndicatorNode, rule: StoredRule, at: string): readonly Finding[] =>
  lint(rule, leaf.fullMark).map((found) => ({
    code: found.code,
    ...weight(found),
    at: found.at === '' ? at : `${at}.${found.at}`,
    basis: found.question?.basis ?? leaf.basis,
    params: {
      name: leaf.name,
      ...(found.question && {
        question: found.question.code,
        readings: found.question.choices
          .map((choice) => lineOf(found.question?.code ?? '', choice) ?? choice)
          .join('；'),
      }),
      ...found.params,
    },
    proposals: proposalsFor(leaf, found),
  }))
