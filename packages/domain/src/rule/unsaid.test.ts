import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exact } from '../kernel/exact.ts'
import { methodOf } from './methods.ts'
import type { Rule, RuleKind } from './model.ts'
import { parse } from './parse.ts'
import type { QuestionCode } from './questions.ts'
import { anyRule } from './rules.fixture.ts'
import { sameData } from './same-data.ts'
import { saySentence } from './say.ts'

/**
 * Nothing is defaulted in the dark: an option that a sentence may leave unsaid is, once it is left out, a question; or the sentence
 * itself says what holds without it, which is written here.
 */
const saidBySentence: Readonly<Record<string, string>> = {
  of: '得满分、按完成率得分 name full marks',
  base: '得满分 names full marks',
  none: 'no figure is barred',
  excluded: 'every vote named counts',
  subject: 'the levels say it themselves',
  measure: 'another figure, not an option',
  case: 'no case is named',
  'tiers.otherwise': 'a figure in no band is an error, tiersGap, or left as it is where bands only take or only add',
  'matrix.otherwise': 'a case in no row is an error, conditionsGap',
  'metCount.otherwise': 'a number of requirements in no band is an error, tiersGap',
  'levels.otherwise': 'only a level that is named can be reported',
  'steps.ceiling': 'the bonus has a limit of its own, which is asked for where it is unsaid too',
  'toBest.through': '其余 names everybody',
}
const options = [
  'limit',
  'ceiling',
  'partial',
  'most',
  'least',
  'otherwise',
  'counting',
  'of',
  'base',
  'none',
  'excluded',
] as const

/** 扣5分, 不封顶 …: what is asked once the option is left out, by what it would have held. */
const questionOf: Readonly<Record<string, readonly QuestionCode[]>> = {
  limit: ['deductionLimit', 'additionLimit'],
  ceiling: ['ceiling', 'additionLimit'],
  partial: ['partial'],
  most: ['deductionLimit', 'additionLimit'],
  least: ['deductionLimit'],
  otherwise: ['unlisted'],
  counting: ['counting'],
  'quoted.of': ['quotedScale'],
}

const composed: ReadonlySet<RuleKind> = new Set(['parts', 'coefficient', 'gated', 'inPercent'])
const changesByRank = (rule: Rule): boolean =>
  (rule.kind === 'rankBands' || rule.kind === 'levels') &&
  (rule.kind === 'rankBands' ? rule.bands : rule.levels).every(
    ({ award }) => award.kind === 'add' || award.kind === 'deduct',
  )

test('an option left unsaid is a question, or the sentence says what holds without it', () => {
  fc.assert(
    fc.property(anyRule, fc.constantFrom(...options), (rule, option) => {
      if (!(option in rule) || composed.has(rule.kind)) return
      const { [option]: _, ...rest } = rule as Rule & Record<string, unknown>
      const bare = rest as Rule
      if (!sameData(parse(saySentence(bare)).rule, bare)) return
      const asked = new Set(methodOf(bare).open(bare, exact('10')))
      const canonical = saidBySentence[`${rule.kind}.${option}`] ?? saidBySentence[option]
      const codes = questionOf[`${rule.kind}.${option}`] ?? questionOf[option] ?? []
      const said = codes.some((code) => asked.has(code))
      // One at a time leaves no started step; whoever is not named among changes neither gains nor loses.
      const moot =
        (option === 'partial' && 'counted' in rule && rule.counted.per === '1') ||
        (option === 'otherwise' && changesByRank(bare)) ||
        // 合计最多加5分 says how far all of it may go.
        (option === 'ceiling' && bare.kind === 'sum' && bare.mostAdded !== undefined)
      expect({ kind: rule.kind, option, said: said || moot || canonical !== undefined }).toEqual({
        kind: rule.kind,
        option,
        said: true,
      })
    }),
    { numRuns: 4000 },
  )
})

/** A percentage of a figure that is itself in percent reads two ways, whatever it is held against. */
test.each([
  ['占比低于全市平均水平的，每低1%扣0.1分，扣完为止', true],
  ['占比达到本组平均值得满分，每低1%扣0.1分，扣完为止', true],
  ['增速比上年每低1%扣0.5分，扣完为止', true],
  ['不低于平均值的得2分；每低1%，扣0.1分', true],
  ['满意度达到90%得满分，每低1%扣0.5分', true],
  ['完成率等于90%得满分，低于90%的部分每低1%扣0.1分，超过90%的部分每高1%加0.2分', true],
  ['完成值达到目标值得满分，每低2%扣1分', false],
  ['投资额达到本组平均值得满分，每低1%扣0.1分', false],
  ['占比低于全市平均水平的，每低1个百分点扣0.1分', false],
])('每1%%: %s', (text, unclear) => {
  const { rule } = parse(text)
  expect(rule && methodOf(rule).open(rule).includes('percentMeaning')).toBe(unclear)
})
