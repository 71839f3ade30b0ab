import type { Letter, Report, Table } from '../paper/model.ts'

/** Papers of an invented city, for the tests of this package. */

export const figure = (path: string, text: string) => ({ path, text })

export const units = ['市交通运输局', '市商务局', '市文化广电和旅游局', '青川新区（高新区）管委会', '市市场监督管理局']

const scoreTable: Table = {
  kind: 'table',
  caption: '表1 重大项目提升行动指标评分结果',
  unit: '单位：万元、分',
  wide: true,
  columns: [1, 3, 2, 2, 2, 1.4, 1.4, 1.4, 5, 3.4].map((width) => ({ width })),
  header: [
    [
      { cell: '序号', rowSpan: 2 },
      { cell: '考核对象', rowSpan: 2 },
      { cell: '完成情况', colSpan: 3 },
      { cell: '评分情况', colSpan: 4 },
      { cell: '评分依据', rowSpan: 2 },
    ],
    ['年度目标', '实际完成', '完成率（%）', '满分', '得分', '扣分', '扣分理由'],
  ],
  rows: Array.from({ length: 26 }, (_, i) => [
    String(i + 1),
    units[i % units.length] ?? '',
    figure(`items[${i}].target`, `${120000 + i * 1375}`),
    figure(`items[${i}].actual`, `${118250 + i * 1290}.5`),
    figure(`items[${i}].rate`, `${(97.42 - i / 10).toFixed(2)}`),
    '10',
    figure(`items[${i}].points`, i % 3 === 0 ? '10' : `${(9.74 - i / 100).toFixed(2)}`),
    figure(`items[${i}].deduction`, i % 3 === 0 ? '0' : `${(0.26 + i / 100).toFixed(2)}`),
    i % 3 === 0 ? '—' : '年度投资完成率未达到目标值，按完成率计分；固定资产投资入库晚于时限1个月。',
    '实施方案附件1第3项；青川统函〔2025〕6号',
  ]),
  notes: ['注：实际完成数截至2024年12月31日，以市统计局最终核定数为准。'],
}

export const aReport: Report = {
  title: '青川市发展和改革委员会2024年度绩效考评指标考核评分报告',
  body: [
    {
      kind: 'paragraph',
      text: [
        '根据《青川市2024年度绩效考评工作方案》，我委对负责牵头的',
        figure('indicators.length', '5'),
        '项指标开展考核评分，涉及被考核单位',
        figure('units.length', '24'),
        '个。现将有关情况报告如下。',
      ],
    },
    { kind: 'heading', level: 1, text: '考核工作概况' },
    {
      kind: 'heading',
      level: 2,
      text: '组织实施。',
      runIn: '2025年1月5日前，各责任科室完成数据收集；1月15日前，组成3个核验组，对12个单位开展现场核验。',
    },
    { kind: 'heading', level: 2, text: '数据来源' },
    { kind: 'heading', level: 3, text: '统计数据。', runIn: '由市统计局提供并确认，截止时间为2024年12月31日。' },
    { kind: 'heading', level: 4, text: '固定资产投资' },
    { kind: 'paragraph', text: '以“联网直报”最终核定数为准；承办人𠮷田、䶮某、㛃某已签字确认。' },
    { kind: 'heading', level: 1, text: '指标完成情况' },
    {
      kind: 'paragraph',
      text: [
        '全市重大项目完成投资',
        figure('total.actual', '3128450.5'),
        '万元，为年度目标的',
        figure('total.rate', '101.36'),
        '%。',
      ],
    },
    {
      kind: 'table',
      caption: '指标完成情况一览表',
      columns: [{ width: 3 }, { width: 2 }, { width: 2 }],
      header: [['指标', '满分', '平均得分']],
      rows: [
        ['重大项目提升行动', '10', figure('avg[0]', '9.62')],
        ['优化营商环境', '8', figure('avg[1]', '7.55')],
      ],
    },
    { kind: 'heading', level: 1, text: '评（扣）分结果、理由及依据' },
    { kind: 'paragraph', text: '各被考评单位年度目标、实际完成情况、具体评分及评分依据如下。' },
    { kind: 'heading', level: 2, text: '重大项目提升行动' },
    scoreTable,
    { kind: 'heading', level: 1, text: '有关说明' },
    { kind: 'paragraph', text: '本报告所列得分为初步核验后的结果，已经局办公会议审定。' },
  ],
  signature: { organs: ['青川市发展和改革委员会'], on: '2025-01-18', sealed: false },
}

export const aLetter: Letter = {
  kind: '报告',
  letterhead: { organs: ['青川市发展和改革委员会'], word: '文件' },
  number: '青发改报〔2025〕3号',
  signers: ['梁亦舟'],
  title: '青川市发展和改革委员会关于报送2024年度绩效考评指标考核评分结果的报告',
  addressees: ['市绩效考评领导小组办公室'],
  body: [
    {
      kind: 'paragraph',
      text: [
        '按照市绩效考评工作部署，我委已完成负责牵头的',
        figure('indicators.length', '5'),
        '项指标考核评分工作，评分结果经2025年1月17日局办公会议审定。现将《指标考核评分报告》报上，请审阅。',
      ],
    },
    { kind: 'heading', level: 1, text: '总体情况' },
    { kind: 'paragraph', text: ['被考核单位', figure('units.length', '24'), '个，全部完成评分。'] },
    { kind: 'heading', level: 1, text: '需要说明的问题' },
    { kind: 'heading', level: 2, text: '附件缺失。', runIn: '实施方案附件1未随文印发，相关指标按已确认口径评分。' },
  ],
  attachments: [
    { name: '2024年度绩效考评指标考核评分报告' },
    { name: '重大项目提升行动指标考核评分表', body: [scoreTable] },
    {
      name: '被考核单位名单及其2024年度涉及的指标任务和责任科室、责任领导、联系人一览表',
      body: [{ kind: 'paragraph', text: '市交通运输局、市商务局等24个单位。' }],
    },
  ],
  signature: { organs: ['青川市发展和改革委员会'], on: '2025-01-18', sealed: true },
  contact: { name: '沈一苇', phone: '0000-5550123' },
  imprint: {
    copies: ['市纪委监委', '市统计局', '市数据局', '市市场监督管理局', '青川新区管委会', '各县（市、区）发展和改革局'],
    organ: '青川市发展和改革委员会办公室',
    on: '2025-01-18',
  },
}

/** The same with everything that it lists bound behind it, and headings down to the third level. */
export const aBoundLetter: Letter = {
  ...aLetter,
  body: [...aLetter.body, { kind: 'heading', level: 3, text: '数据来源。', runIn: '由市统计局提供并确认。' }],
  attachments: [
    { name: '2024年度绩效考评指标考核评分报告', body: [{ kind: 'paragraph', text: '全市24个单位全部完成评分。' }] },
    {
      name: '重大项目提升行动指标考核评分表',
      body: [
        {
          kind: 'table',
          columns: [{ width: 3 }, { width: 1 }, { width: 1 }],
          header: [['考核对象', '得分', '扣分']],
          rows: [
            ['市商务局', '9.62', '0.38'],
            ['市交通运输局', '10', '0'],
          ],
        },
      ],
    },
  ],
}
