import { closeData, confirmData, listData, reportData } from '@quanheng/contract/datum'
import { attachEvidence } from '@quanheng/contract/evidence'
import { askLateEntry, grantLateEntry, listLateEntries } from '@quanheng/contract/late-entry'
import type { ReplyOf } from '@quanheng/contract/route'
import type { PostKind } from '@quanheng/domain/ability/posts'
import type { Player } from '../player.ts'
import { figureOf } from '../world/data.ts'
import { people } from '../world/people.ts'
import { appraisedUnits } from '../world/units.ts'
import { scan } from './scan.ts'

type Row = ReplyOf<typeof listData>['rows'][number]
type Turn = 'report' | 'confirm' | 'close'

const withPost = (...kinds: readonly PostKind[]): readonly string[] =>
  people.filter(({ posts }) => posts.some(({ kind }) => kinds.includes(kind))).map(({ login }) => login)

const reporters = withPost('unitReporter', 'handler', 'dataProvider')
const confirmers = withPost('unitHead', 'sectionHead')
/** Handlers of sections: whom the world's people list names so. */
export const handlers = withPost('handler')
export const sectionHeads = withPost('sectionHead')

/** What waits for this person's turn; a reporter or a section has at most a hundred lines. */
const waiting = async (player: Player, login: string, turn: Turn): Promise<readonly Row[]> =>
  (await player.read(login, listData, { query: { page: 1, size: 200, turn } })).rows

const placeOf = (unitName: string): number => appraisedUnits.findIndex(({ name }) => name === unitName)

/** 补报: what is locked past its day is asked for, each unit × indicator once, and the heads of the sections that score agree. */
const askLeave = async (player: Player, login: string): Promise<void> => {
  const locked = (await waiting(player, login, 'report')).filter((row) => row.locked)
  const items = new Map(locked.map((row) => [`${row.planId} ${row.unitId} ${row.leaves[0]?.key}`, row]))
  for (const { id, leaves } of items.values()) {
    await player.act(login, askLateEntry, {
      params: { datumId: id },
      body: { leafKey: leaves[0]?.key ?? '', reason: '年末数据经主管部门复核后方可提供', wantedUntil: '2026-01-12' },
    })
  }
}

const giveLeave = async (player: Player, login: string): Promise<void> => {
  const { rows } = await player.read(login, listLateEntries, { query: { page: 1, size: 200, state: 'asked' } })
  for (const { id, version, wantedUntil, may } of rows) {
    if (!may.includes('grant')) continue
    const body = { version, until: wantedUntil, reason: '请在期限内报齐' }
    await player.act(login, grantLateEntry, { params: { lateEntryId: id }, body })
  }
}

const report = async (player: Player, login: string): Promise<void> => {
  const rows = await waiting(player, login, 'report')
  if (rows.length === 0) return
  await player.act(login, reportData, {
    body: {
      rows: rows.map((row) => {
        const value = figureOf[row.element.key]?.(placeOf(row.unitName))
        if (value === undefined) throw new Error(`the world has no figure of ${row.element.name}`)
        const line = { datumId: row.id, version: row.version, value, release: 'final' as const, asOf: '2025-12-31' }
        return { ...line, lateReason: '年末数据经主管部门复核后方可提供，晚于期限报送' }
      }),
    },
  })
  for (const { planId, leaves, unitId, id, missingEvidence } of rows) {
    const [leaf] = leaves
    if (leaf === undefined || !login.endsWith('.tianbao')) continue
    for (const name of missingEvidence) {
      const { digest } = await scan(player, login, `${name}.pdf`)
      const entry = { requirementKey: `${leaf.key}-1`, datumId: id, digest, effectiveOn: '2025-12-31' }
      await player.act(login, attachEvidence, {
        body: { planId, leafKey: leaf.key, unitId, ...entry, label: 'internal', replaces: null, reason: null },
      })
    }
  }
}

const confirm = async (player: Player, login: string): Promise<void> => {
  const rows = await waiting(player, login, 'confirm')
  if (rows.length === 0) return
  const gapReason = '原件存本单位档案室，电子件随后补传'
  const lineOf = ({ id, version, missingEvidence }: Row) =>
    missingEvidence.length === 0 ? { datumId: id, version } : { datumId: id, version, gapReason }
  await player.act(login, confirmData, { body: { rows: rows.map(lineOf) } })
}

/** Every figure that waits for these handlers, closed so that sheets may cite it. */
export const close = async (player: Player, login: string): Promise<void> => {
  const rows = await waiting(player, login, 'close')
  if (rows.length === 0) return
  await player.act(login, closeData, { body: { rows: rows.map(({ id, version }) => ({ datumId: id, version })) } })
}

/** What the first week left late, unconfirmed and to substitutes: asked for where it is locked, reported with its reason and evidence, confirmed, closed. */
export const collectTheRest = async (player: Player): Promise<void> => {
  for (const login of reporters) await askLeave(player, login)
  for (const login of sectionHeads) await giveLeave(player, login)
  for (const login of reporters) await report(player, login)
  for (const login of confirmers) await confirm(player, login)
  for (const login of handlers) await close(player, login)
}
