import { expect, it } from 'vitest'
import type { PlanKind } from '../plan/model.ts'
import { checkShape } from '../plan/shape.ts'
import { draftFromNotice } from './draft.ts'
import type { FieldName, Heading, ReadNotice, ReadRow } from './model.ts'

const text = `一、组成
业务工作占60%，日常管理占40%。
（一）投资完成（40分）。按完成率得分。
二、加分项（最高5分）
（一）表彰奖励（最高3分）。获省级表彰的，每项加1分。
（二）创新案例。被省级推广的，每项加0.5分。
三、扣分项
（一）通报批评。每次扣1分。
四、一票否决
发生重大事故的，直接定为不合格等次。
有下列情形之一的，取消评优资格：
1.弄虚作假的
2.班子成员严重违纪的
发生群体性事件的，一票否决。
五、等次
90分（含）以上为优秀，60分以上不足90分为合格，60分以下为不合格。
六、其他
联系人电话0000-5550101。
`

const row = (
  key: string,
  part: ReadRow['part'],
  fields: readonly (readonly [FieldName, string])[],
  more: Partial<ReadRow> = {},
): ReadRow => ({
  key,
  part,
  fields: fields.map(([name, value]) => {
    const start = [...text.slice(0, Math.max(0, text.indexOf(value)))].length
    return { id: `${key}.${name}`, name, value, start, end: start + [...value].length, confidence: 90 }
  }),
  ...more,
})

const others = (key: string, ...fields: readonly (readonly [FieldName, string])[]) => row(key, 'others', fields)

const heading = (label: string, words: string, until: string): Heading => ({
  label,
  start: [...text.slice(0, text.indexOf(words))].length,
  end: [...text.slice(0, text.indexOf(until))].length,
})

const rows: readonly ReadRow[] = [
  row(
    'indicators[0]',
    'indicators',
    [
      ['indicator', '投资完成'],
      ['fullMark', '40'],
      ['rule', '按完成率得分。'],
    ],
    { path: ['业务工作'] },
  ),
  row('tasks[0]', 'tasks', [['target', '12.5亿元']], { path: ['投资完成'], group: '市财政局' }),
  row('tasks[1]', 'tasks', [['target', '待上级下达']], { path: ['投资完成'], group: '市教育局' }),
  row('tasks[2]', 'tasks', [['target', '按时建成']], { path: ['投资完成'], group: '市水利局' }),
  row('tasks[3]', 'tasks', [['target', '9']], { path: ['投资完成'], group: '某局' }),
  row('tasks[4]', 'tasks', [['target', '9']], { path: ['没有的指标'], group: '市财政局' }),
  row('steps[0]', 'steps', [
    ['step', '综合研判'],
    ['stepKind', ''],
  ]),
  row('steps[1]', 'steps', [
    ['step', '单位自评'],
    ['stepKind', 'meeting'],
  ]),
  others('weights[0]', ['component', '业务工作'], ['weight', '60%']),
  others('weights[1]', ['component', '日常管理'], ['weight', '40%']),
  others('rules[0]', ['rule', '获省级表彰的，每项加1分。']),
  others('rules[1]', ['rule', '被省级推广的，每项加0.5分。']),
  others('rules[2]', ['rule', '每次扣1分。']),
  others('vetoes[0]', ['veto', '发生重大事故的，直接定为不合格等次']),
  others('vetoes[1]', ['veto', '弄虚作假的']),
  others('vetoes[2]', ['veto', '发生群体性事件的，一票否决']),
  others('grades[0]', ['grade', '优秀'], ['gradeRule', '90分（含）以上']),
  others('grades[1]', ['grade', '合格'], ['gradeRule', '60分以上不足90分']),
  others('grades[2]', ['grade', '不合格'], ['gradeRule', '60分以下']),
  others('contacts[0]', ['phone', '0000-5550101']),
]

const notice: ReadNotice = {
  text,
  rows,
  findings: [],
  headings: [
    heading('一', '一、组成', '二、加分项'),
    heading('二', '二、加分项', '三、扣分项'),
    heading('（一）', '（一）表彰奖励', '（二）创新'),
    heading('（二）', '（二）创新', '三、扣分项'),
    heading('三', '三、扣分项', '四、一票'),
    heading('（一）', '（一）通报', '四、一票'),
    heading('四', '四、一票', '五、等次'),
    heading('五', '五、等次', '六、其他'),
  ],
}

const draft = (kind: PlanKind, of: readonly ReadRow[] = rows) =>
  draftFromNotice({
    notice: { ...notice, rows: of },
    choices: {},
    names: {
      unit: (name) => (name.startsWith('市') ? `u-${name}` : undefined),
      section: () => undefined,
      person: () => undefined,
    },
    file: { digest: 'a'.repeat(64), name: '通知.docx' },
    kind,
    ownerUnitId: 'u-own',
    year: 2026,
    title: '方案',
    undecided: 'accepted',
  })

const codes = ({ notes }: ReturnType<typeof draft>) =>
  notes.map(({ code, params }) => [code, Object.values(params).join('/')])

it('任务分解：数字是目标值，文字是任务，待下达的待下达；单位、指标对不上的说明', () => {
  const { content, sources, notes } = draft('indicatorPlan')
  const leaf = content.indicators.find(({ name }) => name === '投资完成')
  expect(content.tasks).toEqual([
    { leafKey: leaf?.key, unitId: 'u-市财政局', task: '', target: { kind: 'set', value: '12.5' } },
    { leafKey: leaf?.key, unitId: 'u-市教育局', task: '', target: { kind: 'pending', owner: '', remindOn: '' } },
    { leafKey: leaf?.key, unitId: 'u-市水利局', task: '按时建成' },
  ])
  expect(sources[`tasks[${leaf?.key},u-市财政局].target`]).toBe('tasks[0].target')
  expect(notes.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['notice.nameNotRegistered', 'notice.indicatorUnknown']),
  )
})

it('计分规则要的数各成一个数据项，出处是那句话', () => {
  const { content, sources } = draft('indicatorPlan')
  const leaf = content.indicators.find(({ name }) => name === '投资完成')
  const [element] = content.dataElements
  expect(leaf?.scoring?.bindings).toContainEqual({ input: '完成值', from: 'element', elementKey: element?.key })
  expect(element).toMatchObject({ type: 'quantity', source: { kind: 'section', sectionId: '' }, cutoff: '' })
  expect(sources[`dataElements[${element?.key}].name`]).toBe('indicators[0].rule')
})

it('环节类别以核对为准；看不出的暂按汇总并说明', () => {
  const made = draft('indicatorPlan')
  expect(made.content.steps.map(({ kind }) => kind)).toEqual(['aggregation', 'meeting'])
  expect(codes(made)).toContainEqual(['notice.stepKindAssumed', '综合研判'])
})

it('年度方案：权重、等次、加减分、一票否决各有出处；看不出后果的说明', () => {
  const made = draft('appraisalPlan')
  const { settings, indicators } = made.content
  expect(
    indicators.filter(({ parentKey }) => parentKey === undefined).map(({ name, weight }) => [name, weight]),
  ).toEqual([
    ['业务工作', '60'],
    ['日常管理', '40'],
  ])
  expect(settings.grades).toMatchObject({
    value: {
      by: 'lines',
      lines: [
        { name: '优秀', from: '90' },
        { name: '合格', from: '60' },
        { name: '不合格', from: '0' },
      ],
    },
    basis: { kind: 'clause', article: '五' },
  })
  expect(settings.credits?.value).toMatchObject({
    bonusCap: '5',
    deductionCap: '',
    classes: [
      { name: '表彰奖励', effect: 'bonus', cap: '3' },
      { name: '创新案例', effect: 'bonus', cap: '' },
      { name: '通报批评', effect: 'deduction', cap: '' },
    ],
  })
  expect(settings.veto?.value).toMatchObject({
    gates: [
      { effect: { kind: 'gradeIs', grade: '不合格' }, factSource: '' },
      { name: '弄虚作假的', effect: { kind: 'gradeAtMost', grade: '合格' } },
    ],
  })
  expect(made.sources['settings.grades[优秀]']).toBe('grades[0].gradeRule')
  expect(codes(made)).toEqual(
    expect.arrayContaining([
      ['notice.gateEffectOpen', '发生群体性事件的，一票否决'],
      ['notice.capUnsaid', '通报批评'],
      ['notice.notTaken', '0000-5550101'],
    ]),
  )
  expect(checkShape(made.content).ok).toBe(true)
})

it('指标考核实施方案不填年度方案的事项，每一处都说明', () => {
  const made = draft('indicatorPlan')
  expect(made.content.settings.grades).toBeUndefined()
  expect(codes(made).filter(([code]) => code === 'notice.yearPlanOnly')).toHaveLength(8)
})

it.each([
  [
    ['优秀', '比例不超过30%'],
    ['良好', ''],
    ['不合格', '低于60分'],
    { quotas: [{ name: '优秀', percent: '30' }], rest: '良好', failing: { name: '不合格', below: '60' } },
  ],
  [
    ['优秀', '80-100分'],
    ['良好', '60—79分'],
    ['差', '不足60分'],
    {
      lines: [
        { name: '优秀', from: '80' },
        { name: '良好', from: '60' },
        { name: '差', from: '0' },
      ],
    },
  ],
] as const)('等次 %j', (a, b, c, value) => {
  const grades = [a, b, c].map(([name, rule], at) =>
    others(`grades[${at}]`, ['grade', name], ...(rule === '' ? [] : [['gradeRule', rule] as const])),
  )
  expect(draft('appraisalPlan', grades).content.settings.grades?.value).toMatchObject(value)
})

it('占30%没有写明怎么取整：不替人决定', () => {
  const made = draft('appraisalPlan', [others('grades[0]', ['grade', '优秀'], ['gradeRule', '占30%'])])
  expect(made.content.settings.grades).toBeUndefined()
  expect(codes(made)).toEqual([['notice.notTaken', '占30%']])
})

it('数据来源写在指标卡片上；登记过的单位就是报数的单位，文件名不是', () => {
  const scored = (dataSource: string) =>
    draft('indicatorPlan', [
      row('indicators[0]', 'indicators', [
        ['indicator', '投资完成'],
        ['fullMark', '40'],
        ['rule', '按完成率得分。'],
        ['dataSource', dataSource],
      ]),
    ])
  const { content, sources } = scored('市统计局')
  const [leaf] = content.indicators
  expect(leaf?.scoring?.card.publisher).toBe('市统计局')
  expect(sources[`indicators[${leaf?.key}].scoring.card.publisher`]).toBe('indicators[0].dataSource')
  expect(content.dataElements.map(({ source }) => source)).toEqual([{ kind: 'provider', unitId: 'u-市统计局' }])
  const paper = scored('年度统计公报').content
  expect(paper.indicators[0]?.scoring?.card.publisher).toBe('年度统计公报')
  expect(paper.dataElements.map(({ source }) => source.kind)).toEqual(['section'])
})

it('调整通知的调整事项列为说明，带原句和位置，不写入草稿', () => {
  for (const kind of ['indicatorPlan', 'appraisalPlan'] as const) {
    const { notes } = draft(kind, [others('changes[0]', ['change', '弄虚作假的'])])
    const [note] = notes.filter(({ code }) => code === 'notice.changeOpen')
    expect(note?.params).toEqual({ words: '弄虚作假的' })
    expect([...text].slice(note?.start, note?.end).join('')).toBe('弄虚作假的')
  }
})
