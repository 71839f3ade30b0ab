import type { ReplyOf } from '@quanheng/contract/route'
import { listSheets, recordItems, scoreSheet, showSheet, signSheet } from '@quanheng/contract/sheet'
import type { Player } from '../player.ts'
import { handlers, sectionHeads } from './collection.ts'

type Sheet = ReplyOf<typeof showSheet>
type Row = Sheet['rows'][number]

/** Why points are lost, by indicator, with each unit's own figures in its braces. */
const reasons: Readonly<Record<string, string>> = {
  zdxm: '全年完成投资{actual}亿元，计划{target}亿元',
  fwy: '全年新增入统{actual}家，任务{target}家',
  xfhd: '全年开展促消费活动{actual}场，不足4场',
  yshj: '企业满意度{actual}%，未达到95%',
  dkhz: '合作要点所列任务未全部完成',
  tydsc: '省专班通报妨碍公平竞争的问题{actual}例',
  yszx: '部门预算执行率{actual}%，未达到95%',
  jxgl: '绩效自评完成率{actual}%，应为{target}%',
  aqsc: '经认定的生产安全责任事故{actual}起',
  yjzb: '值班抽查和预案备案情况评定为{actual}分',
}

const figure = (row: Row, role: 'actual' | 'target'): string =>
  row.figures.find((one) => one.role === role)?.value ?? '—'

const reasonOf = (leafKey: string, row: Row): string =>
  (reasons[leafKey] ?? '未达到评分标准')
    .replace('{actual}', figure(row, 'actual'))
    .replace('{target}', figure(row, 'target'))

const isLost = (lost: string | null): lost is string => lost !== null && lost !== '0' && !lost.startsWith('-')

const wordsOf = (sheet: Sheet, row: Row) => ({
  itemId: row.itemId,
  version: row.version,
  dataSource: [
    ...new Set(row.figures.filter(({ role, source }) => role === 'actual' && source).map(({ source }) => source)),
  ].join('、'),
  basis: sheet.clause,
  deductions: isLost(row.lost) ? [{ points: row.lost, reason: reasonOf(sheet.leafKey, row), basis: sheet.clause }] : [],
})

const mine = async (player: Player, login: string, command: 'score' | 'sign'): Promise<readonly string[]> => {
  const { rows } = await player.read(login, listSheets, { query: { page: 1, size: 200 } })
  return rows.filter((row) => row.mine && row.next?.command === command).map(({ id }) => id)
}

const sign = async (player: Player, login: string, sheetId: string): Promise<void> => {
  const params = { sheetId }
  const { version, digest } = await player.read(login, showSheet, { params })
  await player.act(login, signSheet, { params, body: { version, digest } })
}

/** Every sheet whose turn is with a handler: source, basis and reason row by row, then the first signature. */
const scoreAndSign = async (player: Player, login: string): Promise<void> => {
  for (const sheetId of await mine(player, login, 'score')) {
    const params = { sheetId }
    const sheet = await player.read(login, showSheet, { params })
    const rows = sheet.rows.filter(({ fallen }) => fallen === null).map((row) => wordsOf(sheet, row))
    await player.act(login, recordItems, { params, body: { rows } })
    const { version } = await player.read(login, showSheet, { params })
    await player.act(login, scoreSheet, { params, body: { version } })
    await sign(player, login, sheetId)
  }
}

/** All sheets that can be signed now, by two people each: handlers first, then the heads of their sections. */
export const scoreSheets = async (player: Player): Promise<void> => {
  for (const login of handlers) await scoreAndSign(player, login)
  for (const login of sectionHeads) {
    for (const sheetId of await mine(player, login, 'sign')) await sign(player, login, sheetId)
  }
}
