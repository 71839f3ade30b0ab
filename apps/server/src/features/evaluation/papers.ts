import { unknownMark } from '@quanheng/domain/evaluation/ballot'
import type { Channel } from '@quanheng/domain/evaluation/channel'
import type { Evaluation } from '@quanheng/domain/evaluation/model'
import type { UnitTally } from '@quanheng/domain/evaluation/tally'
import { exact } from '@quanheng/domain/kernel/exact'
import { printRounded } from '@quanheng/domain/kernel/rounding'
import { label } from '@quanheng/messages/labels'
import type { Block, Report, SignatureBox } from '@quanheng/papers/paper/model'
import type { TableColumn } from '@quanheng/papers/xlsx/model'
import type { TakenOut } from '../../platform/jobs/list-file.ts'

type Said = (id: string) => string

/** As tables print a mean: four places, from the exact value. */
const shown = (value: string | undefined): string =>
  value === undefined ? '暂缺' : printRounded(exact(value), { mode: 'halfUp', places: 4 })

export const nameOf = ({ scale }: Channel, mark: string): string => {
  if (mark === unknownMark) return '不了解'
  return scale.kind === 'levels' ? (scale.levels.find(({ key }) => key === mark)?.name ?? mark) : `${mark}分`
}

const fallOf = (channel: Channel, { marks }: UnitTally): string =>
  marks === undefined ? '票数不足，不列' : marks.map(({ mark, n }) => `${nameOf(channel, mark)}${n}`).join('，')

/** What ballots went by, as a sentence. */
const sayChannel = (channel: Channel): string => {
  const { kind, way, weight, scale, unknown, spread, trim, minimum } = channel
  const options =
    scale.kind === 'marks'
      ? `在${scale.from}至${scale.to}分内打分`
      : scale.levels.map(({ name, points }) => `${name}计${points}分`).join('、')
  const parts = [
    `${label('zh-CN', 'channelKind', kind)}，${label('zh-CN', 'channelWay', way)}，权重${weight}%`,
    options,
    ...(unknown.kind === 'leftOut' ? ['不了解不计入平均'] : []),
    ...(unknown.kind === 'counted' ? [`不了解计${unknown.points}分`] : []),
    ...(spread ? [`${spread.atLeast}分及以上不超过${spread.percent}%`] : []),
    ...(trim
      ? [
          `超过${trim.whenMoreThan}票时去掉最高${trim.highest}${trim.by === 'count' ? '个' : '%'}、最低${trim.lowest}${trim.by === 'count' ? '个' : '%'}`,
        ]
      : []),
    `少于${minimum}票不计结果`,
  ]
  return parts.join('；')
}

const channelTable = (evaluation: Evaluation, channel: Channel, said: Said): Block => {
  const tally = evaluation.standing.result?.channels.find(({ channelKey }) => channelKey === channel.key)
  return {
    kind: 'table',
    columns: [
      { width: 10 },
      { width: 34, align: 'left' },
      { width: 12 },
      { width: 12 },
      { width: 12 },
      { width: 12 },
      { width: 18 },
      { width: 46, align: 'left' },
    ],
    header: [['序号', '单位', '得票', '不了解', '去掉', '计入', '平均分', '各档票数']],
    rows: (tally?.units ?? []).map((unit, at) => [
      String(at + 1),
      said(unit.unitId),
      String(unit.given),
      String(unit.unknown),
      String(unit.dropped),
      String(unit.base),
      shown(unit.mean),
      fallOf(channel, unit),
    ]),
  }
}

export interface PaperNames {
  readonly said: Said
  readonly elementName: string
  readonly planTitle: string
  /** Cited digest of the result. */
  readonly digest: string
}

/** 评议结果统计表, with the record of the count under it for who counted and who watched to sign. */
export const resultPaper = (evaluation: Evaluation, { said, elementName, planTitle, digest }: PaperNames): Report => {
  const { content, standing } = evaluation
  const { result, opening } = standing
  const boxes: readonly SignatureBox[] = [{ role: '计票人' }, { role: '监票人' }, { role: '负责人' }]
  return {
    title: `${content.title}结果统计表`,
    body: [
      {
        kind: 'paragraph',
        text: `本评议的结果为《${planTitle}》“${elementName}”的数据，满分${content.outOf}分，保留${content.places}位小数。填票时间${content.opensOn}至${content.closesOn}。`,
      },
      { kind: 'heading', level: 1, text: '评议结果' },
      {
        kind: 'table',
        columns: [
          { width: 10 },
          { width: 50, align: 'left' },
          ...content.channels.map(() => ({ width: 24 })),
          { width: 24 },
        ],
        header: [['序号', '单位', ...content.channels.map(({ name, weight }) => `${name}（${weight}%）`), '评议得分']],
        rows: (result?.units ?? []).map(({ unitId, value }, at) => [
          String(at + 1),
          said(unitId),
          ...content.channels.map(({ key }) => {
            const tally = result?.channels.find(({ channelKey }) => channelKey === key)
            return shown(tally?.units.find((one) => one.unitId === unitId)?.rate)
          }),
          value ?? '暂缺',
        ]),
        notes: ['各渠道列为平均分折合百分制的得分；评议得分只在最后四舍五入一次。'],
      },
      { kind: 'heading', level: 1, text: '计票记录' },
      ...content.channels.flatMap((channel): readonly Block[] => {
        const tally = result?.channels.find(({ channelKey }) => channelKey === channel.key)
        const counters = standing.counts.filter(({ channelKey }) => channelKey === channel.key)
        const by = [...new Set(counters.map((count) => said(count.by.personId)))].join('、')
        return [
          { kind: 'heading', level: 2, text: channel.name },
          {
            kind: 'paragraph',
            text: `${sayChannel(channel)}。应评${tally?.asked ?? 0}，收到有效票${tally?.came ?? 0}${by === '' ? '' : `，由${by}计票`}。`,
          },
          channelTable(evaluation, channel, said),
        ]
      }),
      {
        kind: 'table',
        columns: [{ width: 30 }, { width: 90, align: 'left' }],
        header: [['校验', '值']],
        rows: [
          ['方案校验值', opening?.digest ?? ''],
          ['结果校验值', digest],
        ],
        signatures: boxes,
      },
    ],
  }
}

/** The same as a table: one line a unit and channel, then the whole. */
export const resultTable = (evaluation: Evaluation, said: Said): TakenOut => {
  const { content, standing } = evaluation
  const columns: readonly TableColumn[] = [
    { key: 'unit', header: '单位', width: 28, kind: 'text' },
    { key: 'channel', header: '渠道', width: 18, kind: 'text' },
    { key: 'weight', header: '权重（%）', width: 10, kind: 'text' },
    { key: 'given', header: '得票', width: 8, kind: 'text' },
    { key: 'unknown', header: '不了解', width: 8, kind: 'text' },
    { key: 'dropped', header: '去掉', width: 8, kind: 'text' },
    { key: 'base', header: '计入', width: 8, kind: 'text' },
    { key: 'mean', header: '平均分', width: 14, kind: 'text' },
    { key: 'rate', header: '百分制得分', width: 14, kind: 'text' },
    { key: 'value', header: '评议得分', width: 12, kind: 'text' },
    { key: 'marks', header: '各档票数', width: 40, kind: 'text' },
  ]
  const { result } = standing
  const rows = (result?.units ?? []).flatMap(({ unitId, value }) => [
    ...content.channels.flatMap((channel) => {
      const tally = result?.channels
        .find(({ channelKey }) => channelKey === channel.key)
        ?.units.find((one) => one.unitId === unitId)
      if (!tally) return []
      return [
        {
          unit: said(unitId),
          channel: channel.name,
          weight: channel.weight,
          given: String(tally.given),
          unknown: String(tally.unknown),
          dropped: String(tally.dropped),
          base: String(tally.base),
          mean: shown(tally.mean),
          rate: shown(tally.rate),
          marks: fallOf(channel, tally),
        },
      ]
    }),
    { unit: said(unitId), channel: '合计', weight: '100', value: value ?? '暂缺' },
  ])
  return { title: `${content.title}结果统计表`, columns, rows, scope: '' }
}
