import { describe, expect, it } from 'vitest'
import { findingKinds } from './lint/findings.ts'
import { lintNotice } from './lint/lint.ts'
import { present } from './present.ts'
import { readNotice } from './read.ts'
import { indicatorPlan, steeringGroup } from './testing/invented.ts'
import { sourceOfText } from './text/source.ts'

const read = (text: string) => readNotice(sourceOfText(text))

/** Values only: places and confidence are asked for apart. */
const plain = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(plain)
  if (value === null || typeof value !== 'object') return value
  if ('value' in value) return value.value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) =>
      ['start', 'end', 'at', 'leaf'].includes(key) ? [] : [[key, plain(one)]],
    ),
  )
}

const fieldsOf = (text: string) => plain(read(text).fields) as Record<string, unknown>

const codesOf = (text: string) => [...new Set(lintNotice(read(text)).map(({ kind }) => findingKinds[kind].code))].sort()

describe('a lead unit’s plan for its indicators', () => {
  const fields = fieldsOf(indicatorPlan)

  it('names itself', () => {
    expect(fields).toMatchObject({
      title: '云溪市发展和改革委员会关于印发2024年度各市直部门、云东新区(高新区)管委会绩效考评指标考核实施方案的通知',
      issuer: '云溪市发展和改革委员会',
      documentNumber: '云发改发〔2024〕81号',
      documentDate: '2024-10-23',
      printDate: null,
      publishDate: '2024-10-24',
      status: 'issued',
      addressees: ['各相关市直部门'],
      truncated: false,
      startsMidDocument: false,
    })
  })

  it('divides responsibilities, also for a part of an indicator', () => {
    expect(fields.responsibilities).toMatchObject([
      {
        indicator: '重大项目建设',
        part: null,
        leadUnit: '市发展改革委',
        section: '投资科',
        supporters: ['社会科', '能源科'],
        leader: '甲一山',
        liaison: '乙二水',
        contact: null,
        phone: '0000-5550101',
        mail: 'tzk@yunxi.example',
      },
      {
        indicator: '消费扩容提质',
        part: '限上企业培育',
        supporters: ['市统计局'],
        person: '丁四木',
        contact: '戊五禾',
      },
      { indicator: '优化营商环境', section: '营商科', supporters: ['财政局', '市场监管局'], phone: '5550103' },
    ])
  })

  it('lists indicators, steps and attachments', () => {
    expect(fields.indicators).toMatchObject(
      ['重大项目建设', '消费扩容提质', '优化营商环境'].map((name) => ({ name, fullMark: null, path: [] })),
    )
    expect(fields.steps).toMatchObject([
      { name: '数据收集', due: '2025-01-05', cutoff: '2024-12-31' },
      { name: '考核评分', due: '2025-01-20', cutoff: null },
      { name: '现场核验', due: '2025-01-15' },
      { name: '汇总整理', due: '2025-01-18', inputs: ['初步评分', '核验'], outputs: ['指标考核评分报告'] },
      { name: '审核报送', due: '2025-01-20' },
    ])
    expect(fields.attachments).toEqual([
      {
        name: '市发展改革委牵头的2024年度绩效考评指标考核内容、任务、完成标准、台账目录清单',
        number: '1',
        documentNumber: null,
        present: false,
      },
      {
        name: '关于印发《云溪市2024年工 作要点》的通知',
        number: '2',
        documentNumber: '云协办〔2024〕5号',
        present: false,
      },
    ])
  })

  it('reports what contradicts, is missing or does not belong into a public paper', () => {
    expect(codesOf(indicatorPlan)).toEqual([
      'body-two-names',
      'date-contradiction',
      'late-plan',
      'missing-annex',
      'non-working-day',
      'object-not-addressed',
      'partial-responsibility',
      'personal-contact',
      'phone-without-area-code',
      'same-day-review',
      'stray-space',
      'undefined-source',
      'vague-wording',
      'wording',
    ])
  })
})

describe('a notice that founds a steering group', () => {
  const fields = fieldsOf(steeringGroup)

  it('takes a name apart that runs over two lines, and the day of printing', () => {
    expect(fields).toMatchObject({
      issuer: '青石（东港）自由贸易试验区管理委员会',
      documentNumber: '青自贸委发〔2020〕18号',
      documentDate: '2020-04-17',
      printDate: '2020-04-21',
      addressees: ['自贸区青石片区管委会各部门', '综保区东港管委会各部门'],
    })
  })

  it('reads the group, its posts, members and office', () => {
    expect(fields.organs).toEqual([
      {
        name: '自贸区青石片区绩效考评工作领导小组',
        shortName: '领导小组',
        parent: '自贸区党工委、管委会',
        office: {
          name: '自贸区青石片区绩效考评工作领导小组办公室',
          shortName: '自贸区绩考办',
          seat: '党群工作部',
          director: '党群工作部部长',
        },
        posts: [
          { post: '组长', person: '庚七云', title: '党工委副书记、管委会副主任' },
          { post: '副组长', person: '辛八雨', title: '管委会副主任' },
          { post: '副组长', person: '壬九风', title: '管委会副主任' },
        ],
        members: [
          '办公室',
          '政策法规局',
          '营商环境建设局（人才开发服务局）',
          '党群工作部',
          '青石综合保税区东港管委会综合部',
          '企业服务部',
        ],
      },
    ])
  })

  it('numbers articles by their annex', () => {
    const articles = fields.articles as { annex: number; number: number; text: string }[]
    expect(articles.map(({ annex, number }) => `${annex}-${number}`)).toEqual([
      '1-1',
      '1-2',
      '1-3',
      '1-4',
      '2-1',
      '2-2',
      '2-3',
    ])
    expect(articles.at(-1)?.text).toBe('本规则由党群工作部负责解释。')
  })

  it('reports the slips and what the two annexes call themselves', () => {
    expect(codesOf(steeringGroup)).toEqual(expect.arrayContaining(['ocr-slip', 'stray-space', 'wording']))
  })
})

describe('places', () => {
  it.each([indicatorPlan, steeringGroup, `𠮷${indicatorPlan}`, steeringGroup.replace('自由', '𠮷自由')])(
    'every value stands where it says, in code points',
    (text) => {
      const reading = read(text)
      const points = [...reading.context.text]
      const visit = (value: unknown): void => {
        if (value === null || typeof value !== 'object') return
        if (
          'at' in value &&
          'value' in value &&
          typeof value.value === 'string' &&
          // A day, a status and a kind are told by the words, and are none.
          !/^\d{4}-\d{2}-\d{2}$|^[a-z]+$/.test(value.value)
        ) {
          const { start, end } = value.at as { start: number; end: number }
          expect(points.slice(start, end).join('').replace(/\s/g, '')).toContain(value.value.replace(/\s/g, ''))
        }
        for (const one of Object.values(value)) visit(one)
      }
      visit(present(reading, []))
    },
  )
})
