import type { Attachment, Block, Letter, PaperKind, SignatureBox, Table } from '../paper/model.ts'

/** Papers of an invented city with everything that has ever broken a page, the same for the same number. */

const kinds: readonly PaperKind[] = ['通知', '通报', '报告', '请示', '批复', '意见', '函', '纪要', '简报', '专报']

const organs = [
  '青川市绩效考评领导小组办公室',
  '青川市人力资源和社会保障局',
  '中国（青川）自由贸易试验区高新片区管理委员会综合协调局',
  '青川市𠮷田镇人民政府',
  '青川新区',
] as const

const clauses = [
  '按照年度工作部署，各责任单位要对照指标逐项核对数据',
  '截至2025年12月31日，全市完成投资3128450.5万元，为年度目标的101.36%',
  '㛃川、䶮湖、𬭚山三个片区的数据以“联网直报”最终核定数为准',
  '对弄虚作假、虚报瞒报的，一经查实，按有关规定处理',
  '各单位于1月15日前报送《自评报告》（含佐证材料），逾期不再受理',
  '经2025年第3次领导小组会议审议',
] as const

const topics = [
  '考评工作',
  '做好2025年度绩效考评指标数据采集和报送工作',
  '重大项目提升行动、优化营商环境等5项指标考核评分结果及有关问题整改落实情况',
  '中国（青川）自由贸易试验区高新片区管理委员会综合协调局等25个单位2025年度绩效考评指标任务分解和考核评分办法（试行）执行情况',
] as const

/** Numbers from a seed: a linear congruential sequence is enough to mix content. */
function mixer(seed: number): (below: number) => number {
  let state = (seed * 2_654_435_761 + 12_345) % 2 ** 32
  return (below) => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
    return Math.floor((state / 2 ** 32) * below)
  }
}

type Pick = (below: number) => number

const oneOf = <T>(list: readonly T[], pick: Pick): T => list[pick(list.length)] as T

const sentence = (pick: Pick): string =>
  `${Array.from({ length: 1 + pick(4) }, () => oneOf(clauses, pick)).join('；')}。`

const boxes: readonly SignatureBox[] = [
  { role: '经办人' },
  { role: '科室负责人', name: '沈一苇', on: '2026-01-08', means: '屏幕签字' },
  { role: '核验组组长', stamped: true },
]

function scoreTable(rows: number, wide: boolean, pick: Pick): Table {
  return {
    kind: 'table',
    caption: '指标考核评分表',
    unit: '单位：分',
    wide,
    columns: [1, 4, 2, 2, 5].map((width) => ({ width })),
    header: [['序号', '考核对象', '得分', '扣分', '扣分理由']],
    rows: Array.from({ length: rows }, (_, at) => [
      String(at + 1),
      oneOf(organs, pick),
      { path: `items[${at}].points`, text: `${9 - pick(5)}.${pick(90) + 10}` },
      { path: `items[${at}].deduction`, text: `${pick(5)}.${pick(90) + 10}` },
      pick(3) === 0 ? '' : sentence(pick),
    ]),
    notes: ['注：得分保留两位小数。'],
    ...(wide && { signatures: boxes }),
  }
}

/** Headings in order, some sections empty, some tables long. */
function bodyOf(pick: Pick): Block[] {
  const out: Block[] = [{ kind: 'paragraph', text: sentence(pick) }]
  for (let one = pick(5); one > 0; one--) {
    out.push({ kind: 'heading', level: 1, text: oneOf(['总体情况', '存在问题', '工作要求'], pick) })
    if (pick(4) === 0) continue
    out.push({ kind: 'paragraph', text: sentence(pick) })
    for (let two = pick(3); two > 0; two--) {
      const runIn = pick(2) === 0 ? { runIn: sentence(pick) } : {}
      out.push({ kind: 'heading', level: 2, text: '压实责任。', ...runIn })
      out.push({ kind: 'heading', level: 3, text: '核对数据。', runIn: sentence(pick) })
      out.push({ kind: 'heading', level: 4, text: '交叉复核', runIn: `：${sentence(pick)}` })
    }
    if (pick(5) === 0) out.push(scoreTable(1 + pick(8), false, pick))
  }
  return out
}

function attachmentsOf(count: number, pick: Pick): Attachment[] {
  return Array.from({ length: count }, (_, at) => ({
    name: `${oneOf(['指标任务分解表', '重大项目提升行动等5项指标考核评分结果汇总及扣分理由一览表', '名单'], pick)}${count > 1 ? `（${at + 1}）` : ''}`,
    body:
      pick(2) === 0
        ? [scoreTable(pick(3) === 0 ? 60 : 3, pick(2) === 0, pick)]
        : [{ kind: 'paragraph', text: sentence(pick) }],
  }))
}

const addresseesOf = (pick: Pick): string[] =>
  pick(5) === 0
    ? Array.from({ length: 40 }, () => oneOf(organs, pick))
    : ['各县（市、区）人民政府', '市直各部门'].slice(0, 1 + pick(2))

/** The paper of a number: kinds in turn, everything else mixed. */
export function generatedPaper(index: number): Letter {
  const pick = mixer(index + 1)
  const kind = kinds[index % kinds.length] as PaperKind
  const organ = oneOf(organs, pick)
  const upward = kind === '报告' || kind === '请示'
  const joint = pick(6) === 0 && kind !== '函' && kind !== '纪要' && kind !== '简报' && kind !== '专报'
  const issuers = joint ? [organ, ...organs.filter((each) => each !== organ).slice(0, 1 + pick(2))] : [organ]
  const briefing = kind === '简报' || kind === '专报'
  const word = briefing ? `绩效考评${kind}` : kind === '纪要' ? '会议纪要' : kind === '函' ? undefined : '文件'
  const attachments = attachmentsOf(oneOf([0, 0, 1, 2, 3, 9], pick), pick)
  const topic = oneOf(topics, pick)
  const title = briefing
    ? topic
    : kind === '纪要'
      ? `${topic}会议纪要`
      : `${topic.length < 50 && pick(2) === 0 ? organ : ''}关于${topic}的${kind}`
  return {
    kind,
    letterhead: { organs: issuers, ...(word !== undefined && { word }) },
    ...(briefing ? { issue: 1 + pick(40) } : { number: `青考办发〔2026〕${1 + pick(300)}号` }),
    ...(upward && { signers: ['梁亦舟', '欧阳一苇', '周砚秋'].slice(0, joint ? issuers.length : 1) }),
    ...(pick(5) === 0 && { urgency: '特急' as const }),
    title,
    addressees: briefing || kind === '纪要' ? [] : upward ? ['市人民政府'] : addresseesOf(pick),
    body: bodyOf(pick),
    ...(attachments.length > 0 && { attachments }),
    ...(kind === '纪要' && {
      attendance: {
        present: Array.from(
          { length: 3 + pick(20) },
          (_, at) => `${oneOf(['梁', '沈', '周', '𠮷'], pick)}某${at % 2 === 0 ? '某' : ''}`,
        ),
        ...(pick(2) === 0 && { absent: ['周砚秋'] }),
        observing: ['沈一苇'],
      },
    }),
    signature: { organs: issuers, on: `2026-0${1 + pick(9)}-${10 + pick(19)}`, sealed: pick(3) > 0 },
    ...(pick(3) === 0 && { note: '此件公开发布' }),
    ...(pick(4) > 0 && {
      imprint: {
        organ: `${organ}办公室`,
        on: '2026-12-31',
        ...(pick(2) === 0 && { copies: ['市纪委监委', '市统计局', '市数据局', organs[2]].slice(0, 1 + pick(4)) }),
      },
    }),
  }
}
