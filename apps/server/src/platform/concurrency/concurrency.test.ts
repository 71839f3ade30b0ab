import * as data from '@quanheng/contract/datum'
import type { ReplyOf } from '@quanheng/contract/route'
import * as sheets from '@quanheng/contract/sheet'
import type { PostKind } from '@quanheng/domain/ability/posts'
import type { DatumState } from '@quanheng/domain/datum/model'
import { type DatumCommandKind, datumWorkflow } from '@quanheng/domain/datum/transitions'
import { permit } from '@quanheng/domain/kernel/transition'
import type { SheetState } from '@quanheng/domain/sheet/model'
import { type SheetCommandKind, sheetWorkflow } from '@quanheng/domain/sheet/transitions'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { allRoutes } from '../../features/index.ts'
import { quantity, scoringWorld } from '../../features/scoring/testing/scoring-world.ts'
import { type Caller, signedIn, startTestServer, type TestServer } from '../testing/test-server.ts'
import { impossible, type Model, type Said, say } from './testing/history.ts'
import { scoredSheet, wordsFor } from './testing/scored-sheet.ts'

const numRuns = process.env.QUANHENG_LONG ? 1_000 : 25

let server: TestServer
let world: Awaited<ReturnType<typeof scoringWorld>>
let places = 0

beforeAll(async () => {
  server = await startTestServer(allRoutes, { probe: false })
})
afterAll(() => server.close())

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Two or three people, each with what they do in their order, and how long they look before they act. */
const interleavings = <M extends string>(moves: readonly M[]) =>
  fc.array(
    fc.array(fc.tuple(fc.constantFrom(...moves), fc.integer({ min: 0, max: 12 })), { minLength: 1, maxLength: 4 }),
    {
      minLength: 2,
      maxLength: 3,
    },
  )

const together = async <M extends string>(
  scripts: readonly (readonly (readonly [M, number])[])[],
  act: (move: M, look: () => Promise<void>) => Promise<Said<M>>,
): Promise<readonly Said<M>[]> =>
  (
    await Promise.all(
      scripts.map(async (script) => {
        const said: Said<M>[] = []
        for (const [move, looking] of script) said.push(await act(move, () => pause(looking)))
        return said
      }),
    )
  ).flat()

/** How many moves were both done and refused: whether the interleavings reach what they are to reach. */
const bothWays = (told: ReadonlySet<string>, moves: readonly string[]): number =>
  moves.filter(
    (move) => told.has(`${move} done`) && [...told].some((one) => one.startsWith(move) && !one.endsWith('done')),
  ).length

const sheetMoves = [
  'handler signs',
  'handler recalls',
  'handler edits',
  'handler scores',
  'head signs',
  'head returns',
  'head reopens',
  'handler closes',
] as const
type SheetMove = (typeof sheetMoves)[number]

interface SheetWorld {
  readonly sheet: SheetState
  readonly datum: DatumState
}

const asked: Partial<Record<SheetMove, readonly [SheetCommandKind, PostKind]>> = {
  'handler signs': ['sign', 'handler'],
  'handler recalls': ['recall', 'handler'],
  'handler scores': ['score', 'handler'],
  'head signs': ['sign', 'sectionHead'],
  'head returns': ['return', 'sectionHead'],
}

/** The domain's tables, and beside them: nobody signs over open data, and what is reopened takes every signature with it. */
const sheetModel: Model<SheetWorld, SheetMove> = ({ sheet, datum }, move) => {
  const given = asked[move]
  if (given !== undefined) {
    const [command, post] = given
    const row = permit(sheetWorkflow, sheet, command, post)
    if (!row.ok || (datum !== 'closed' && command === 'sign')) return undefined
    if (command !== 'sign') return { sheet: row.value.to[0], datum }
    return { sheet: post === 'handler' ? 'awaitingHead' : 'signed', datum }
  }
  if (move === 'handler edits') {
    return ['toScore', 'scored', 'returned'].includes(sheet) ? { sheet, datum } : undefined
  }
  if (move === 'handler closes') return datum === 'confirmed' ? { sheet, datum: 'closed' } : undefined
  if (datum !== 'closed') return undefined
  const falls = sheet === 'scored' || sheet === 'awaitingHead'
  return { sheet: falls ? 'toScore' : sheet, datum: 'confirmed' }
}

/** A sheet at 已初评, its two figures closed; one that was signed by all is left alone for good. */
const freshSheet = async (): Promise<{ readonly sheetId: string; readonly datumId: string }> => {
  world = await scoringWorld(server, `第${++places}场`)
  const sheetId = await scoredSheet(server, world)
  const { id } = await server.db
    .selectFrom('datum')
    .select('id')
    .where('plan_id', '=', world.planId)
    .where('element_key', '=', 'newFirmCount')
    .where('unit_id', '=', world.town)
    .executeTakeFirstOrThrow()
  return { sheetId, datumId: id }
}

const stateOf = async (table: 'sheet' | 'datum', id: string): Promise<string> =>
  (await server.db.selectFrom(table).select('state').where('id', '=', id).executeTakeFirstOrThrow()).state

it(`of ${numRuns} interleavings of sign, recall, edit, return, reopen and close on one sheet none is illegal`, async () => {
  const told = new Set<string>()
  let at = await freshSheet()
  await fc.assert(
    fc.asyncProperty(interleavings(sheetMoves), async (scripts) => {
      if ((await stateOf('sheet', at.sheetId)) === 'signed') at = await freshSheet()
      const { sheetId, datumId } = at
      const now = async (): Promise<SheetWorld> => ({
        sheet: (await stateOf('sheet', sheetId)) as SheetState,
        datum: (await stateOf('datum', datumId)) as DatumState,
      })
      const start = await now()
      const said = await together(scripts, async (move, look) => {
        const person: Caller = move.startsWith('head') ? world.head : world.handler
        const looked = performance.now()
        const params = { sheetId }
        const shown = (await person.call(sheets.showSheet, { params })).json<ReplyOf<typeof sheets.showSheet>>()
        const datum = await server.db
          .selectFrom('datum')
          .select('version')
          .where('id', '=', datumId)
          .executeTakeFirstOrThrow()
        await look()
        const { version, digest } = shown
        switch (move) {
          case 'handler signs':
          case 'head signs':
            return say(move, person, sheets.signSheet, { params, body: { version, digest } }, looked)
          case 'handler recalls':
            return say(move, person, sheets.recallSheet, { params, body: { version } }, looked)
          case 'handler scores':
            return say(move, person, sheets.scoreSheet, { params, body: { version } }, looked)
          case 'head returns':
            return say(move, person, sheets.returnSheet, { params, body: { version, reason: '来源不清' } }, looked)
          case 'handler edits':
            return say(move, person, sheets.recordItems, { params, body: { rows: wordsFor(shown) } }, looked)
          case 'head reopens':
            return say(
              move,
              person,
              data.reopenDatum,
              { params: { datumId }, body: { ...datum, reason: '口径更正' } },
              looked,
            )
          case 'handler closes':
            return say(move, person, data.closeData, { body: { rows: [{ datumId, ...datum }] } }, looked)
        }
      })
      for (const { move, code } of said) told.add(`${move} ${code || 'done'}`)
      expect(await impossible(server.db, sheetModel, { start, said, end: await now() })).toEqual([])
    }),
    { numRuns },
  )
  expect(bothWays(told, sheetMoves)).toBeGreaterThanOrEqual(sheetMoves.length / 2)
}, 3_600_000)

const datumMoves = ['report', 'withdraw', 'confirm', 'return', 'close', 'reopen'] as const
type DatumMove = (typeof datumMoves)[number]

const provided = datumWorkflow('provider', false)

const postFor: Readonly<Record<DatumMove, PostKind>> = {
  report: 'dataProvider',
  withdraw: 'dataProvider',
  confirm: 'unitHead',
  return: 'handler',
  close: 'handler',
  reopen: 'sectionHead',
}

const datumModel: Model<DatumState, DatumMove> = (state, move) => {
  const row = permit(provided, state, move satisfies DatumCommandKind, postFor[move])
  return row.ok ? row.value.to[0] : undefined
}

it(`of ${numRuns} interleavings of report, withdraw, confirm, return, close and reopen on one figure none is illegal`, async () => {
  const told = new Set<string>()
  world = await scoringWorld(server, '数据')
  const provider = await signedIn(server, [{ kind: 'dataProvider', unitId: world.statistics }])
  const providerHead = await signedIn(server, [{ kind: 'unitHead', unitId: world.statistics }])
  const people: Partial<Record<PostKind, Caller>> = {
    dataProvider: provider,
    unitHead: providerHead,
    handler: world.handler,
    sectionHead: world.head,
  }
  const { id: datumId } = await server.db
    .selectFrom('datum')
    .select('id')
    .where('plan_id', '=', world.planId)
    .where('element_key', '=', 'growthRate')
    .where('unit_id', '=', world.transport)
    .executeTakeFirstOrThrow()
  const now = async () => (await stateOf('datum', datumId)) as DatumState
  await fc.assert(
    fc.asyncProperty(interleavings(datumMoves), async (scripts) => {
      const start = await now()
      const said = await together(scripts, async (move, look) => {
        const looked = performance.now()
        const { version } = await server.db
          .selectFrom('datum')
          .select('version')
          .where('id', '=', datumId)
          .executeTakeFirstOrThrow()
        await look()
        const person = people[postFor[move]] as Caller
        const [params, reason] = [{ datumId }, '核对后更正']
        switch (move) {
          case 'report': {
            const figure = { value: quantity('6.4'), release: 'final', asOf: '2024-12-31', reason, lateReason: reason }
            return say(move, person, data.reportData, { body: { rows: [{ datumId, version, ...figure }] } }, looked)
          }
          case 'withdraw':
            return say(move, person, data.withdrawDatum, { params, body: { version } }, looked)
          case 'confirm':
            return say(
              move,
              person,
              data.confirmData,
              {
                body: { rows: [{ datumId, version, gapReason: '名单另送' }] },
              },
              looked,
            )
          case 'return':
            return say(
              move,
              person,
              data.returnDatum,
              { params, body: { version, reason, until: '2025-12-31', to: 'reporter' } },
              looked,
            )
          case 'close':
            return say(move, person, data.closeData, { body: { rows: [{ datumId, version }] } }, looked)
          case 'reopen':
            return say(move, person, data.reopenDatum, { params, body: { version, reason } }, looked)
        }
      })
      for (const { move, code } of said) told.add(`${move} ${code || 'done'}`)
      expect(await impossible(server.db, datumModel, { start, said, end: await now() })).toEqual([])
    }),
    { numRuns },
  )
  expect(bothWays(told, datumMoves)).toBeGreaterThanOrEqual(datumMoves.length / 2)
}, 3_600_000)
