import { describe, expect, it } from 'vitest'
import { signOnScreen } from '../signature/sign.ts'
import type { Sheet } from './model.ts'
import { standingUnits } from './model.ts'
import { planChanged, type Replan, replanSheets } from './replan.ts'
import { aSheet, clause, commandBy, ofSection } from './sheet.fixture.ts'

const context = commandBy(ofSection('sectionHead'))
const scorer = { unitId: 'lead', sectionId: 'investment', by: 'responsibility', basis: clause } as const
const version2 = (unitIds: readonly string[], changedUnitIds: readonly string[] = []): Replan => ({
  planId: 'plan-1',
  planVersion: 2,
  sheet: { key: 'projects', leafKey: 'projects', scorer, unitIds },
  groupRelative: false,
  changedUnitIds,
})
const all = ['transport', 'education', 'health']
const signed = (more: Partial<Sheet> = {}): Sheet =>
  aSheet({
    state: 'signed',
    signedDigest: 'd',
    signatures: [signOnScreen('handler', 'd', commandBy(ofSection('handler')))],
    ...more,
  })

describe('方案新版本下的评分表', () => {
  it('首次印发时开出待评分的表', () => {
    const { created, changed } = replanSheets([], version2(all), context)
    expect(changed).toEqual([])
    expect(created).toMatchObject([{ state: 'toScore', planVersion: 2, unitIds: all, version: 1, signatures: [] }])
    expect(created[0]).not.toHaveProperty('amends')
  })

  it('什么都没变的，签字照旧有效，仍属原版本', () => {
    const sheet = signed()
    expect(replanSheets([sheet], version2(all), context)).toEqual({ changed: [], created: [], events: [] })
  })

  it('尚未评分的表随新版本走', () => {
    const { changed } = replanSheets([aSheet()], version2(all), context)
    expect(changed).toMatchObject([{ state: 'toScore', planVersion: 2 }])
  })

  it('已签字的表上，只有变动的行另表重签', () => {
    const { changed, created } = replanSheets([signed()], version2(all, ['health']), context)
    expect(changed).toMatchObject([{ state: 'signed', planVersion: 1, signedDigest: 'd' }])
    expect(changed[0]?.signatures[0]?.state).toBe('standing')
    expect(created).toMatchObject([
      { amends: 'sheet-1', unitIds: ['health'], planVersion: 2, state: 'toScore', fallCause: planChanged },
    ])
  })

  it('未签完的表整表退回待评分，签字失效并写明方案变更', () => {
    const half = signed({ state: 'awaitingHead' })
    const { changed } = replanSheets([half], version2(all, ['health']), context)
    expect(changed).toMatchObject([{ state: 'toScore', planVersion: 2, version: 2, fallCause: planChanged }])
    expect(changed[0]?.signatures).toMatchObject([{ state: 'voided', voiding: { cause: planChanged } }])
    expect(changed[0]).not.toHaveProperty('signedDigest')
  })

  it('退出方案的行划去，不再重签；表上其余签字照旧', () => {
    const { changed, created, events } = replanSheets([signed()], version2(['transport', 'education']), context)
    expect(created).toEqual([])
    expect(changed[0]?.fallenRows).toEqual([{ unitId: 'health', cause: planChanged }])
    expect(changed[0] && standingUnits(changed[0])).toEqual(['transport', 'education'])
    expect(events).toMatchObject([{ type: 'sheetRowsLeft', unitIds: ['health'] }])
  })

  it('新增的行：未签的表上并入，已签的表另开补充表', () => {
    const more = [...all, 'water']
    expect(replanSheets([aSheet()], version2(more), context)).toMatchObject({
      changed: [{ unitIds: more }],
      created: [],
    })
    expect(replanSheets([signed()], version2(more), context)).toMatchObject({
      changed: [],
      created: [{ amends: 'sheet-1', unitIds: ['water'], state: 'toScore' }],
    })
    expect(replanSheets([aSheet({ state: 'scored' })], version2(more), context)).toMatchObject({
      changed: [{ state: 'toScore', unitIds: more }],
    })
  })

  it('已在补充表上的行不会再开一张', () => {
    const first = signed({ fallenRows: [{ unitId: 'health', cause: 'c', amendmentId: 'sheet-2' }] })
    const second = aSheet({ id: 'sheet-2', amends: 'sheet-1', unitIds: ['health'] })
    const { changed, created } = replanSheets([first, second], version2(all, ['health']), context)
    expect(created).toEqual([])
    expect(changed).toMatchObject([{ id: 'sheet-2', planVersion: 2, unitIds: ['health'] }])
  })

  it('成组计分的表，有一行变动即整表重签', () => {
    const group = signed({ groupRelative: true })
    const { changed, created } = replanSheets([group], { ...version2(all, ['health']), groupRelative: true }, context)
    expect(created).toEqual([])
    expect(changed).toMatchObject([{ state: 'toScore', unitIds: all }])
  })
})

it('指标退出方案：没有签字的表空出，仍属原版本', () => {
  const { changed } = replanSheets([aSheet()], version2([]), context)
  expect(changed).toMatchObject([{ unitIds: [], planVersion: 1, state: 'toScore' }])
})
