import { closeData, confirmData, listData, reportData } from '@quanheng/contract/datum'
import type { ReplyOf } from '@quanheng/contract/route'
import type { DatumValue } from '@quanheng/domain/datum/model'
import type { Player } from '../player.ts'
import type { OrganisationIds } from './organisation.ts'
import type { LeadKey, PlanIds } from './plans.ts'
import { appraisedUnits } from './units.ts'

type Row = ReplyOf<typeof listData>['rows'][number]

/** What a unit hands in for an element; the place of the unit in the official order makes the year uneven. */
export const figureOf: Readonly<Record<string, (place: number) => DatumValue>> = {
  touzi: (n) => quantity([12.5, 13.1, 11.25, 12.5, 9.8, 12.6, 10, 14.2, 12.5, 6.3, 12.75][n % 11]),
  rutong: (n) => quantity([8, 9, 7, 8, 5, 10, 8, 6][n % 8]),
  huodong: (n) => count([4, 5, 3, 4, 2, 6, 1][n % 7]),
  manyidu: (n) => quantity([96.2, 95, 94.9, 91.35, 97, 90, 88.4, 95.6][n % 8]),
  hezuo: (n) => ({ kind: 'checklist', ticked: [['1', '2', '3'], ['1', '2'], ['1', '2', '3'], ['1']][n % 4] ?? [] }),
  wenti: (n) => count([0, 0, 1, 0, 0, 0, 2, 0][n % 8]),
  zhixinglv: (n) => quantity([97.4, 95, 93.8, 98.1, 96, 99.2][n % 6]),
  zipinglv: (n) => quantity([100, 100, 96.5, 100, 98, 92, 100][n % 7]),
  shigu: (n) => count([0, 0, 0, 0, 1, 0, 0, 0, 0][n % 9]),
  zhiban: (n) => ({ kind: 'judgement', points: ['8', '7.5', '8', '7', '6.5', '8'][n % 6] ?? '8' }),
}

const quantity = (value: number | undefined): DatumValue => ({ kind: 'quantity', value: String(value) })
const count = (n: number | undefined): DatumValue => ({ kind: 'count', n: String(n) })

/** Left open on purpose, so that a visitor finds something late and something missing. */
const lateReporters = ['jiaotong', 'weijian']
const unconfirmed = ['nongye']

const rowsFor = async (player: Player, login: string, planId: string, turn: 'report' | 'confirm' | 'close') => {
  const query = { page: 1, size: 200, planId, turn } as never
  return (await player.read(login, listData, { query })).rows
}

const report = async (player: Player, ids: OrganisationIds, login: string, planId: string): Promise<void> => {
  const rows = await rowsFor(player, login, planId, 'report')
  if (rows.length === 0) return
  const placeOf = new Map(appraisedUnits.map(({ key }, at) => [ids.unit(key), at]))
  const lineOf = (row: Row) => ({
    datumId: row.id,
    version: row.version,
    value: figureOf[row.element.key]?.(placeOf.get(row.unitId) ?? 0) ?? quantity(0),
    release: 'final' as const,
    asOf: '2025-12-31',
  })
  await player.act(login, reportData, { body: { rows: rows.map(lineOf) } })
}

const confirm = async (player: Player, login: string, planId: string): Promise<void> => {
  const rows = await rowsFor(player, login, planId, 'confirm')
  if (rows.length === 0) return
  const gapReason = '佐证材料原件存本单位备查，电子件随后补传'
  const lineOf = ({ id, version, missingEvidence }: Row) =>
    missingEvidence.length === 0 ? { datumId: id, version } : { datumId: id, version, gapReason }
  await player.act(login, confirmData, { body: { rows: rows.map(lineOf) } })
}

const close = async (player: Player, login: string, planId: string): Promise<void> => {
  const rows = await rowsFor(player, login, planId, 'close')
  if (rows.length === 0) return
  await player.act(login, closeData, { body: { rows: rows.map(({ id, version }) => ({ datumId: id, version })) } })
}

interface Section {
  readonly handler: string
  readonly head: string
}

const sections: Readonly<Record<LeadKey, readonly Section[]>> = {
  fagai: [1, 2, 3, 4, 5].map((at) => ({ handler: `fagai.ke${at}`, head: `fagai.ke${at}.fuze` })),
  caizheng: [1, 2].map((at) => ({ handler: `caizheng.ke${at}`, head: `caizheng.ke${at}.fuze` })),
  yingji: [1, 2].map((at) => ({ handler: `yingji.ke${at}`, head: `yingji.ke${at}.fuze` })),
}

/**
 * The first working week of the new year: units, sections and the statistics office report, heads confirm. The lead unit of
 * the second notice's shape is left in the middle of it; the other two have their data closed and wait to be scored.
 */
export const loadData = async (player: Player, ids: OrganisationIds, plans: PlanIds): Promise<void> => {
  await player.moveTo('2026-01-05')
  const fagai = plans.of('fagai')
  for (const { key } of appraisedUnits) {
    if (lateReporters.includes(key)) continue
    await report(player, ids, `${key}.tianbao`, fagai)
    if (!unconfirmed.includes(key)) await confirm(player, `${key}.queren`, fagai)
  }
  await report(player, ids, 'tongji.shuju', fagai)
  await confirm(player, 'tongji.queren', fagai)
  for (const lead of ['fagai', 'caizheng', 'yingji'] as const) {
    for (const { handler, head } of sections[lead]) {
      await report(player, ids, handler, plans.of(lead))
      await confirm(player, head, plans.of(lead))
    }
  }
  await player.moveTo('2026-01-08')
  for (const lead of ['caizheng', 'yingji'] as const) {
    for (const { handler } of sections[lead]) await close(player, handler, plans.of(lead))
  }
}
