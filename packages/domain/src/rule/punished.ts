import { plainForms } from '../kernel/quantity.ts'
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

/** Words that tell of a fact without being part of it, and words that say the same. */
const telling =
  /^(?:(?:年内|全年|凡|因|经查实|经核查|被?发现|发生|出现|存在|有|对)+)|(?:的|现象|行为|情况|情形|问题)+$/gu
const alike: readonly (readonly [RegExp, string])[] = [
  [/延迟|推迟|逾期|超期|不按时|不及时|未按时|未及时|未按期|未按规定时间/gu, '迟'],
  [/迟报送|迟上报|报送迟/gu, '迟报'],
  [/没有|没/gu, '未'],
  [/不实|失实|虚假|造假|作假|弄虚作假|虚报|瞒报/gu, '不实'],
  [/通报批评/gu, '通报'],
]

/** One key for a fact however it is written: width, blanks, quotes and words that say the same aside. Never shown. */
export function sameFact(fact: string): string {
  const plain = plainForms(fact).replaceAll(/[\s“”"'‘’《》「」·、，]/gu, '')
  const bare = plain.replaceAll(telling, '') || plain
  return alike.reduce((text, [words, one]) => text.replaceAll(words, one), bare)
}

/** 发现 says only that somebody looked; 迟报 is what happened. */
const looked = /^(?:发现|发生|出现|存在|有|查实)?$/u

const factOf = ({ verb, name = '' }: Counted): string => (looked.test(verb) ? name : verb + name)
