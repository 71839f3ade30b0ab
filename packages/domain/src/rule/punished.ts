import type { Counted, Rule } from './model.ts'

/** Names of the facts that cost a unit points under this rule, each once: 迟报, 未制定方案, 发生较大事故. */
export const punishedFacts = (rule: Rule): readonly string[] => [...new Set(names(rule))]

function names(rule: Rule): readonly string[] {
  switch (rule.kind) {
    case 'countDeduction':
      return [factOf(rule.counted)].filter((fact) => fact !== '')
    case 'faults':
      return rule.entries.filter(({ points }) => points !== '0').map(({ name }) => name)
    case 'credits':
      return rule.effect === 'deduct' && rule.subject !== undefined ? [rule.subject] : []
    case 'sum':
      return rule.parts.flatMap(names)
    case 'parts':
      return rule.parts.flatMap((part) => names(part.rule))
    case 'coefficient':
    case 'inPercent':
      return names(rule.rule)
    case 'gated':
      return [...names(rule.rule), ...rule.gates.filter(({ effect }) => effect.kind !== 'full').map(({ when }) => when)]
    default:
      return []
  }
}

/** 发现 says only that somebody looked; 迟报 is what happened. */
const looked = /^(?:发现|发生|出现|存在|有|查实)?$/u

const factOf = ({ verb, name = '' }: Counted): string => (looked.test(verb) ? name : verb + name)
