import { describe, expect, test } from 'vitest'
import { parse, readRule } from './parse.ts'
import { saySentence } from './say.ts'

const canonical = (text: string) => {
  const { rule, notUnderstood } = parse(text)
  return notUnderstood.length > 0 ? notUnderstood : rule && saySentence(rule)
}

describe('usual variants of one sentence', () => {
  test.each([
    ['按照完成比例计分，超额完成不加分', '按完成率得分，最高得满分。'],
    ['得分＝完成率×分值', '按完成率得分。'],
    ['得分=分值*完成率，以满分为限', '按完成率得分，最高得满分。'],
    ['按污水处理率计分，最高不超过满分', '按污水处理率得分，最高得满分。'],
    [
      '完成率（实际投资÷计划投资）达到90%得满分，其余不得分',
      '完成率（实际投资÷计划投资）达到90%的得满分，否则不得分。',
    ],
    ['按期报送总结的，得满分；未按期报送总结的，不得分', '按期报送总结的得满分，否则不得分。'],
    ['满意度不低于百分之九十的，得满分；否则不得分。', '满意度达到90%的得满分，否则不得分。'],
    ['事故控制在5起以内得满分，否则不得分', '事故不超过5起的得满分，否则不得分。'],
    ['事故起数控制在5起以内得满分，否则不得分', '事故起数不超过5起的得满分，否则不得分。'],
    [
      '完成率９０％（含）以上的得10分，80%（含）—90%（不含）的得8分，其余不得分',
      '完成率达到90%的得10分，达到80%、不足90%的得8分，其余不得分。',
    ],
    ['完成率100%得10分；90%及以上、100%以下（不含）得8分；其他情况不计分', undefined],
    [
      '完成率等于100%得10分；90%及以上、100%以下（不含100%）得8分；其他情况不计分',
      '完成率等于100%的得10分，达到90%、不足100%的得8分，其余不得分。',
    ],
    [
      '完成率80-90%得8分，90%以上得10分，低于80%不得分',
      '完成率80%以上、90%以下的得8分，90%以上的得10分，不足80%的不得分。',
    ],
    ['完成目标任务得满分，每少一个，扣一分，最高扣五分', '完成值达到目标值得满分，每低1个扣1分，最多扣5分。'],
    ['较目标每低于1%扣0.5分，直至扣完为止', '完成值达到目标值得满分，每低1%扣0.5分，扣完为止。'],
    ['污水处理率比目标值每低1个百分点，扣0.5分', '污水处理率达到目标值得满分，每低1个百分点扣0.5分。'],
    ['每超1起扣2分，扣完本项分值为止', '完成值不超过目标值得满分，每高1起扣2分，扣完为止。'],
    ['欠薪案件每发生一起扣2分，累计最多扣10分', '每发生1起欠薪案件扣2分，最多扣10分。'],
    ['每发现1例扣2分，扣分不超过6分', '每发现1例扣2分，最多扣6分。'],
    ['每召开1次专题会议得1分，最高2分', '每召开1次专题会议得1分，最高得2分。'],
    ['每培育5家得1分，10分封顶，不足5家的不计', '每培育5家得1分，最高得10分，不足5家的不计。'],
    [
      '完成任务80%以上的得75分，50%以上、80%以下的得50分，50%以下的不得分',
      '完成率80%以上的得75分，50%以上、80%以下的得50分，50%以下的不得分。',
    ],
    [
      '符合要求，得2分；≥规定数的90%，得1分；＜规定数的90%，不得分',
      '完成率达到100%的得2分，达到90%的得1分，不足90%的不得分。',
    ],
    ['满足要求，得2分。每缺1项扣1分，扣完为止', '完成值达到目标值得2分，每低1项扣1分，扣完为止。'],
    ['不低于平均值的得2分；每低1岁扣0.1分', '完成值达到本组平均值得2分，每低1岁扣0.1分。'],
    ['高于平均数的，得2分；每低1岁扣0.1分', '完成值达到本组平均值得2分，每低1岁扣0.1分。'],
    [
      '排名倒数第1名、第2名、第3名的分别计2分、1.9分、1.8分',
      '排名倒数第1名的得2分，倒数第2名的得1.9分，倒数第3名的得1.8分。',
    ],
    ['合格以上的不扣分，较差的扣0.3分，最多扣1分', '评为合格以上的扣0分，评为较差的扣0.3分，合计最多扣1分。'],
    ['经验在省、市得到推广的，分别加5分、3分', '省经验得到推广的每项加5分，市经验得到推广的每项加3分。'],
    [
      '变动率≤0的计3分；变动率＞0的，每超过一个百分点扣0.3分，扣完为止',
      '变动率不超过0得3分，每高1个百分点扣0.3分，扣完为止。',
    ],
    ['每低1个百分点扣该项分值的5%，扣完为止', '完成值达到目标值得满分，每低1个百分点扣满分的5%，扣完为止。'],
    ['每发现1例扣10%的分值', '每发现1例扣满分的10%。'],
    ['制定管理办法1分；明确招待标准1分；每少一项扣1分，扣完为止', '制定管理办法的得1分；明确招待标准的得1分。'],
    ['①制定年度方案得2分；②召开专题会议得3分', '制定年度方案的得2分；召开专题会议的得3分。'],
    ['人工评定：0—10分', '由评分人在0分至10分之间评定，并说明理由。'],
    ['由评分人在0分到满分之间打分', '由评分人在0分至满分之间评定，并说明理由。'],
  ])('%s', (text, expected) => {
    if (expected === undefined) expect(parse(text).notUnderstood.length).toBeGreaterThan(0)
    else expect(canonical(text)).toBe(expected)
  })
})

describe('what is not understood is reported, never guessed', () => {
  const unread = (text: string) => parse(text).notUnderstood.map(({ code, text: words }) => [code, words])
  test.each([
    ['每少1个扣0.5分，扣完为止，情节严重的酌情处理', [['rule.unreadable', '情节严重的酌情处理']]],
    ['按完成率得分，特殊情况除外', [['rule.unreadable', '特殊情况除外']]],
    ['每少1个扣0.5分，每少2个扣0.6分', [['rule.outOfPlace', '每少2个扣0.6分']]],
    ['满意度按功效系数法得分，基础分为满分的60%，基础分为满分的0.5%', [['rule.outOfPlace', '基础分为满分的0.5%']]],
    ['每1个欠薪案件扣5满分的2%', [['rule.unreadable', '每1个欠薪案件扣5满分的2%']]],
    ['每少1个扣0.5分，最高得10分', [['rule.outOfPlace', '最高得10分']]],
    ['组织领导10分', [['rule.outOfPlace', '组织领导10分']]],
    ['每低1个百分点扣满分的2%，每高1个百分点加0.1分', [['rule.outOfPlace', '每高1个百分点加0.1分']]],
    ['每低1个百分点扣满分的2%，最多扣3分', [['rule.outOfPlace', '最多扣3分']]],
    ['制定管理办法2分；明确招待标准1分；每少一项扣1分', [['rule.outOfPlace', '每少一项扣1分']]],
    [
      '90%以上得10分，其余不得分',
      [
        ['rule.outOfPlace', '90%以上得10分'],
        ['rule.outOfPlace', '其余不得分'],
      ],
    ],
    [
      '完成率超过80%（含80%）得10分，其余得1分',
      [
        ['rule.unreadable', '完成率超过80%（含80%）得10分'],
        ['rule.outOfPlace', '其余得1分'],
      ],
    ],
    [
      '完成率80%以上（含90%）得10分，其余得1分',
      [
        ['rule.unreadable', '完成率80%以上（含90%）得10分'],
        ['rule.outOfPlace', '其余得1分'],
      ],
    ],
    [
      '完成值超过目标值得满分，每低1个扣1分',
      [
        ['rule.outOfPlace', '完成值超过目标值得满分'],
        ['rule.outOfPlace', '每低1个扣1分'],
      ],
    ],
    ['（1）制定方案得2分；（3）召开会议得3分', [['rule.outOfPlace', '（3）召开会议得3分']]],
    ['', [['rule.empty', '']]],
    ['。。，', [['rule.empty', '。。，']]],
  ])('%s', (text, expected) => expect(unread(text)).toEqual(expected))

  test('places are code points of the text as given, blanks and rare characters counted', () => {
    const { notUnderstood } = parse('𠮷县  按完成率 得分， 另行𠮷 研究 。')
    expect(notUnderstood.at(-1)).toEqual({ code: 'rule.unreadable', start: 13, end: 19, text: '另行𠮷 研究' })
  })

  test('a text beyond the bound is refused whole', () => {
    expect(parse('每少1个扣0.5分，'.repeat(400)).notUnderstood).toMatchObject([{ code: 'rule.tooLong', start: 2000 }])
  })

  test('a rule is stored only when every word is understood', () => {
    expect(readRule('按完成率得分，另行研究')).toMatchObject({ ok: false, error: { code: 'rule.notUnderstood' } })
    expect(readRule('按完成率得分')).toMatchObject({ ok: true, value: { v: 1, text: '按完成率得分', answers: [] } })
  })
})

test('what the sentence says of an open question is an answer that rests on its words', () => {
  expect(parse('按完成率得分。目标值为零的，得满分。').answers).toEqual([
    {
      question: 'targetZero',
      choice: 'full',
      basis: { kind: 'clause', article: '评分标准', text: '目标值为零的，得满分' },
    },
  ])
})

test('a note that is no 口径 line is reported', () => {
  expect(parse('按完成率得分', [{ text: '随便', basis: { kind: 'default' } }]).notUnderstood).toMatchObject([
    { text: '随便' },
  ])
})
