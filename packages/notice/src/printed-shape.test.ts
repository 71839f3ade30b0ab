import { expect, it } from 'vitest'
import { readBytes } from './read-bytes.ts'
import { indicatorPlan, steeringGroup } from './testing/invented.ts'

const more = `关于印发2024年度考核方案的通知
云发〔2024〕1号
根据《云溪县考核办法》（云发〔2023〕9号），制定本方案。
一、考核对象
第一组（2个）：县财政局、县教育局；
二、考核内容
指标	分值	评分标准	完成标准	佐证材料	牵头单位
投资	60	每少1项扣1分	完成10亿元	报表	县发改局
招商	40	按完成率得分	完成5亿元	合同	县商务局
三、计分
投资占60%，招商占40%。得分90分以上为优秀。
发生重大事故的，一票否决。
四、考核程序
（一）自评。2024年12月1日前，各单位形成自评报告。
（二）核验。2024年12月10日前，县考核办根据自评报告，核验得分。
第一条 本方案由县考核办负责解释。
联系人：甲一木，电话：0000-5550101，邮箱：a@yunxi.example
`

type Json = Record<string, unknown>

async function printed(text: string): Promise<Json> {
  const notice = await readBytes(Buffer.from(text), 'zh-CN')
  if (!notice.ok) throw new Error(notice.error.code)
  return notice.value.json as Json
}

const keysOf = (records: readonly unknown[]): readonly string[] =>
  [...new Set(records.flatMap((one) => Object.keys(one as object)))].filter((key) => key !== 'start' && key !== 'end')

it('prints the records that the command promises, with every member of each', async () => {
  const all = await Promise.all([indicatorPlan, steeringGroup, more].map(printed))
  const records = (name: string) => all.flatMap((json) => json[name] as readonly Json[])
  const shape = (name: string) => [...keysOf(records(name))].sort().join(' ')
  expect(Object.keys(all[0] ?? {}).sort()).toEqual(
    'addressees articles attachments bases changes contacts documentDate documentNumber findings grades groups indicators issuer kind organs printDate publishDate responsibilities rules startsMidDocument status steps title truncated units vetoes weights'.split(
      ' ',
    ),
  )
  expect({
    attachments: shape('attachments'),
    bases: shape('bases'),
    units: shape('units'),
    groups: shape('groups'),
    indicators: shape('indicators'),
    responsibilities: shape('responsibilities'),
    steps: shape('steps'),
    rules: shape('rules'),
    weights: shape('weights'),
    grades: shape('grades'),
    vetoes: shape('vetoes'),
    organs: shape('organs'),
    articles: shape('articles'),
    contacts: shape('contacts'),
    findings: shape('findings'),
  }).toEqual({
    attachments: 'documentNumber name number present',
    bases: 'documentNumber name',
    units: 'aliases group name',
    groups: 'announced found name',
    indicators: 'dataSource evidence fullMark name path rule standard weight',
    responsibilities: 'contact indicator leadUnit leader liaison mail part person phone section supporters',
    steps: 'actors cutoff due inputs name outputs',
    rules: 'method say text unparsed',
    weights: 'component value',
    grades: 'name rule',
    vetoes: 'text',
    organs: 'members name office parent posts shortName',
    articles: 'annex number text',
    contacts: 'mail person phone',
    findings: 'code message proposals severity',
  })
  const [organ] = records('organs')
  expect(Object.keys(organ?.office as object).sort()).toEqual(['director', 'name', 'seat', 'shortName'])
  expect(keysOf(organ?.posts as readonly Json[])).toEqual(['post', 'person', 'title'])
  for (const { start, end } of [...records('rules'), ...records('findings')]) {
    expect(Number.isInteger(start) && Number.isInteger(end)).toBe(true)
  }
  for (const { title } of all)
    expect(title).toEqual({
      value: expect.any(String),
      at: { start: expect.any(Number), end: expect.any(Number) },
      confidence: expect.any(Number),
    })
})

it('is null where the notice is silent', async () => {
  const { printDate, documentDate, issuer, units, organs } = await printed('2024年度考核要点\n一、招商引资（60分）\n')
  expect({ printDate, documentDate, issuer, units, organs }).toEqual({
    printDate: null,
    documentDate: null,
    issuer: null,
    units: [],
    organs: [],
  })
})

it.each([
  [14, undefined],
  [15, '按此方案，每个被考核单位要准备15种材料，对应15项指标。'],
])('%i kinds of material: how much a plan asks of each unit', async (count, said) => {
  const rows = Array.from({ length: count }, (_, at) => `第${at + 1}号工作\t1\t第${at + 1}号台账`)
  const { findings } = await printed(`指标\t分值\t佐证材料\n${rows.join('\n')}\n`)
  const found = (findings as readonly Json[]).find(({ code }) => code === 'evidence-burden')
  expect(found?.message).toBe(said)
})
