import { describe, expect, test } from 'vitest'
import { evaluate } from '../evaluate.ts'
import { parse } from '../parse.ts'
import { readPlainFacts } from './plain-facts.ts'
import { plainInputs } from './plain-inputs.ts'
import { signedOutcome } from './signed.ts'

function scored(sentence: string, facts: unknown, fullMark?: string) {
  const { rule, answers, notUnderstood } = parse(sentence)
  const given = readPlainFacts(facts)
  if (rule === undefined || notUnderstood.length > 0 || !given.ok) throw new Error(`not taken: ${sentence}`)
  const inputs = plainInputs(rule, given.value)
  const outcome =
    fullMark === undefined
      ? signedOutcome({ rule, answers }, inputs)
      : evaluate({ rule, answers }, { fullMark, inputs })
  return outcome.status === 'scored' ? outcome.points : outcome
}

describe('facts in plain words', () => {
  test.each([
    ['按完成率得分，最高得满分', '10', { actual: '90', target: '100' }, '9'],
    ['按完成率得分，最高得满分', '10', { rate: '0.9' }, '9'],
    ['每低1个百分点扣0.5分，扣完为止', '10', { rate: '0.95' }, '7.5'],
    ['每低1个百分点扣0.5分，扣完为止', '10', { actual: '45', target: '50' }, '5'],
    ['每少1次扣1分，扣完为止', '5', { count: '2' }, '3'],
    ['每迟报一天扣0.1分', '2', { count: '3' }, '1.7'],
    ['GDP增速每低于目标1个百分点扣1分，扣完为止', '10', { rate: '0.05', target: '0.06' }, '9'],
    ['增速比全省平均水平每低1个百分点扣0.5分，扣完为止', '10', { rate: '0.05', baseline: '0.07' }, '9'],
    ['较上年每增长1%得0.1分，最高得2分', '2', { actual: '110', baseline: '100' }, '1'],
    ['较上年每增长1%得0.1分，最高得2分', '2', { actual: '90', baseline: '100' }, '0'],
    ['以上年度为基数，每增长1%得0.1分，最高得2分', '2', { rate: '0.05' }, '0.5'],
    ['同比每减少1件得0.1分，最高得2分', '2', { actual: '90', baseline: '100' }, '1'],
    ['超额完成任务的，每超1个百分点加0.1分，最多加3分', '10', { rate: '1.25' }, '12.5'],
    ['发生一起扣2分，发生两起及以上不得分', '10', { count: '1' }, '8'],
    ['发生一起扣2分，发生两起及以上不得分', '10', { count: '2' }, '0'],
    ['一项不达标扣1分，扣完为止', '4', { count: '5' }, '0'],
    ['有1起进京非访扣2分，赴省集体访1批次扣1分', '10', { count: ['1', '1'] }, '7'],
    ['建成1个得2分，在建1个得1分，最高不超过10分', '10', { count: ['3', '2'] }, '8'],
    ['第一名得满分，其余按名次依次递减0.2分', '5', { rank: '6' }, '4'],
    ['任务完成率=已完成任务数/任务总数×100%，得分=任务完成率×10分', '10', { rate: '0.87' }, '8.7'],
    ['办结率=办结件数/受理件数×100%，达到98%以上得满分，每低1个百分点扣0.5分', '10', { rate: '0.96' }, '9'],
    ['第1名得满分，每低1名减1分', '15', { rank: '4' }, '12'],
    ['增速最高的得满分，其余按与最高值的比例得分', '10', { rate: '0.06', group: ['0.08', '0.06'] }, '7.5'],
    ['得分=8×本地增长率/全市最高增长率', '8', { rate: '0.12', group: ['0.12', '0.15', '-0.02'] }, '6.4'],
    ['得分＝省考核得分÷省考核满分×5', '5', { actual: '92', target: '100' }, '4.6'],
    ['得分＝（1－未完成率）×分值', '10', { rate: '0.1' }, '9'],
    ['得分＝（满意率－80）×0.2', '10', { rate: '0.9' }, '2'],
    ['税收收入完成预期目标得6分，每短收1个百分点扣0.3分，扣完为止', '6', { rate: '0.95' }, '4.5'],
    ['专题学习每季度不少于1次，少1次扣0.5分；发言材料缺1份扣0.1分', '3', { count: ['1', '2'] }, '2.3'],
    ['年度预算执行率低于90%的扣2分', '5', { rate: '0.9' }, '5'],
    ['年度预算执行率低于90%的扣2分', '5', { rate: '0.89' }, '3'],
    ['评为优秀的得5分，评为良好的得4分', '5', { level: '良好' }, '4'],
    ['好的得8-10分，较好的得6-7分，一般的得0-5分', '10', { level: '较好', actual: '6.5' }, '6.5'],
    ['按时报送得2分，迟报得1分，未报得0分', '2', { level: '迟报' }, '1'],
    ['事故死亡率控制在0.5‰以内得满分，每超过0.1‰扣1分，扣完为止', '5', { rate: '0.0007' }, '3'],
    ['每季度满分2.5分，每迟报1次扣0.5分，扣完为止', '10', { parts: ['0', '1', '0', '9'] }, '7'],
    ['未制定方案的扣2分；未召开会议的扣1分', '5', { met: [true, false] }, '4'],
    ['一季度、上半年得分分别占40%、60%', '10', { periods: { 一季度: '8', 上半年: '9' } }, '8.6'],
    ['满意、不满意分别按100%、0计，不了解不计入总票数', '100', { votes: { 满意: '9', 不满意: '1' } }, '90'],
    ['去掉一个最高分和一个最低分后取平均值', '100', { entries: ['90', '80', '70'] }, '80'],
    [
      '总量（60%）：按完成率得分，最高得满分。增速（40%）：第1名得满分，每低1名减0.5分，最低得0分',
      '10',
      { parts: [{ rate: '0.9' }, { rank: '2' }] },
      '8.9',
    ],
  ])('%s of %s with %j is %s', (sentence, fullMark, facts, points) =>
    expect(scored(sentence, facts, fullMark)).toBe(points),
  )

  test('without full marks: what the sentence adds or takes, or awards by itself', () => {
    expect(scored('每发现1例扣2分', { count: '3' })).toBe('-6')
    expect(scored('每增加1个百分点加0.2分，最多加5分', { rate: '0.06', baseline: '0.04' })).toBe('0.4')
    expect(scored('第1名得10分，每低1名减1分', { rank: '3' })).toBe('8')
    expect(scored('按完成率得分，最高得满分', { rate: '0.9' })).toEqual({ status: 'missing', needs: ['满分'] })
  })

  test('an unknown name and a wrong shape are errors, and what is not given is missing', () => {
    expect(readPlainFacts({ speed: '1' })).toMatchObject({
      error: { code: 'rule.factUnknown', params: { name: 'speed' } },
    })
    expect(readPlainFacts({ rate: 0.9 })).toMatchObject({ error: { code: 'rule.factShape' } })
    expect(scored('按完成率得分，最高得满分', { actual: '90' }, '10')).toEqual({ status: 'missing', needs: ['目标值'] })
  })
})
