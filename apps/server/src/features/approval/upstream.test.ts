import * as contract from '@quanheng/contract/approval'
import { reopenDatum } from '@quanheng/contract/datum'
import * as evidence from '@quanheng/contract/evidence'
import { endPost } from '@quanheng/contract/organisation'
import * as reports from '@quanheng/contract/report'
import * as results from '@quanheng/contract/result'
import * as scoring from '@quanheng/contract/sheet'
import * as verifications from '@quanheng/contract/verification'
import type { PlanContent } from '@quanheng/domain/plan/model'
import { standingUnits } from '@quanheng/domain/sheet/model'
import { isStanding } from '@quanheng/domain/signature/model'
import { type Upstream, type UpstreamChange, upstreamChanges } from '@quanheng/domain/signature/upstream'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Caller, signedIn, startTestServer, type TestServer } from '../../platform/testing/test-server.ts'
import { allRoutes } from '../index.ts'
import { registerReports } from '../result/testing/registered-reports.ts'
import {
  closeAll,
  codeOf,
  done,
  finishSheets,
  type ResultWorld,
  resultWorld,
  upload,
} from '../result/testing/result-world.ts'
import { sheetsOfPlan } from '../scoring/index.ts'
import { reissue } from '../scoring/testing/scoring-world.ts'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer(allRoutes, { now: '2025-01-20T10:00:00+08:00' })
})
afterAll(() => server.close())

interface World extends ResultWorld {
  readonly evidenceId: string
  readonly reporter: Caller
  /** Of the locked version over which the class of change is tried. */
  readonly resultId: string
  readonly approvalId: string
}

const item = ({ planId, town }: ResultWorld) => ({ planId, leafKey: 'newFirms', unitId: town })

const attach = async (world: ResultWorld, reporter: Caller, more: object = {}) =>
  reporter.call(evidence.attachEvidence, {
    body: {
      ...item(world),
      requirementKey: null,
      datumId: null,
      digest: await upload(server, reporter, '名单.pdf'),
      label: 'internal',
      effectiveOn: null,
      replaces: null,
      reason: null,
      ...more,
    },
  })

/** Everything signed, locked, and the paper past its first signature. */
const signedWorld = async (tag: string): Promise<World> => {
  const world = await resultWorld(server, tag)
  const reporter = await signedIn(server, [{ kind: 'unitReporter', unitId: world.town }], '填报人')
  const { id: evidenceId } = (await attach(world, reporter)).json<{ id: string }>()
  await closeAll(server, world)
  await finishSheets(server, world)
  const params = { planId: world.planId }
  const { runDigest } = await done(world.carrier, results.computeRun, { params })
  const { resultId } = await done(world.carrier, results.freezeResult, { params, body: { runDigest } })
  const { version: paperVersion } = await done(world.carrier, reports.showPaper, { params: { resultId } })
  const { approvalId } = await done(world.carrier, contract.startApproval, {
    params: { resultId },
    body: { paperVersion },
  })
  const { version, paperDigest } = await done(world.carrier, contract.showApproval, { params: { approvalId } })
  const body = { version, paperDigest, opinion: '同意。' }
  await done(world.leader, contract.agreeApproval, { params: { approvalId }, body })
  return { ...world, evidenceId, reporter, resultId, approvalId }
}

const replan = async (world: World, change: (content: PlanContent) => Partial<PlanContent>) =>
  reissue(world, { ...world.plan.content, ...change(world.plan.content) }, 1)

const figureOf = ({ planId, town }: World) =>
  server.db
    .selectFrom('datum')
    .select(['id', 'version'])
    .where('plan_id', '=', planId)
    .where('element_key', '=', 'newFirmCount')
    .where('unit_id', '=', town)
    .executeTakeFirstOrThrow()

const sheetOf = async ({ planId }: World, key = 'newFirms') => {
  const found = (await sheetsOfPlan(server.db, planId)).find(({ sheet }) => sheet.key === key)
  if (!found) throw new Error('no sheet')
  return found
}

const reopen = async (world: World) => {
  const { id, version } = await figureOf(world)
  await done(world.head, reopenDatum, { params: { datumId: id }, body: { version, reason: '统计更正' } })
}

/** The sheet is put back to where a verification may still be arranged, which is before anything is locked. */
const adoptFinding = async (world: World) => {
  const { row } = await sheetOf(world)
  await server.db
    .updateTable('sheet')
    .set({ state: 'signed', verification: JSON.stringify({ kind: 'undecided' }) })
    .where('id', '=', row.id)
    .execute()
  const verifier = async (name: string) => signedIn(server, [{ kind: 'verificationLead', unitId: world.lead }], name)
  const [first, second] = [await verifier('核验组长'), await verifier('核验组员')]
  const { verificationId } = await done(world.handler, verifications.planVerification, {
    params: { sheetId: row.id },
    body: {
      version: row.version,
      scope: { kind: 'key', picks: [{ unitId: world.town, reason: '增幅异常' }] },
      standard: '核对名单',
    },
  })
  const params = { verificationId }
  const version = async () => (await done(first, verifications.showVerification, { params })).version
  await done(first, verifications.recordVisit, {
    params,
    body: {
      version: await version(),
      unitId: world.town,
      visitedOn: '2025-01-19',
      memberIds: [first.personId, second.personId],
      record: '查阅名单',
      unitSide: { kind: 'declined', reason: '对方不签' },
    },
  })
  const { id: datumId } = await figureOf(world)
  await done(first, verifications.giveOpinion, {
    params,
    body: {
      version: await version(),
      unitId: world.town,
      changes: [{ datumId, value: { kind: 'quantity', value: '4' }, reason: '重复入统一家' }],
    },
  })
  await done(world.handler, verifications.answerOpinion, {
    params,
    body: { version: await version(), unitId: world.town, answer: { kind: 'adopt' } },
  })
}

const adjust = async (world: World) => {
  const { leaves } = await done(world.carrier, results.scoreTable, {
    params: { planId: world.planId },
    query: { resultId: world.resultId },
  })
  const row = leaves.find(({ key }) => key === 'newFirms')?.rows.find(({ unitId }) => unitId === world.town)
  const params = { approvalId: world.approvalId }
  const body = async (more: object = {}) => ({
    params,
    body: { version: (await done(world.carrier, contract.showApproval, { params })).version, ...more },
  })
  for (const caller of [world.carrierHead, world.head]) {
    const { paperDigest } = await done(world.carrier, contract.showApproval, { params })
    await done(caller, contract.agreeApproval, await body({ paperDigest, opinion: '同意。' }))
  }
  const { decisionId } = await done(
    world.clerk,
    contract.recordDecision,
    await body({
      body: '局党组会议',
      decidedOn: '2025-01-17',
      text: '核定为3.5分，其余同意。',
      number: '〔2025〕1号',
      outcome: 'approved',
      adjustments: [{ itemId: row?.itemId, from: row?.computed, to: '3.5', ground: 'forceMajeure', reason: '洪灾' }],
      scanDigest: await upload(server, world.clerk, '会议纪要.pdf'),
    }),
  )
  const confirming = await body()
  await done(world.secondClerk, contract.confirmDecision, { ...confirming, params: { ...params, decisionId } })
}

/** Locks the totals of the year over registered reports, and sends one report back: the totals are what is looked at then. */
const sendReportBack = async (world: World): Promise<Pick<World, 'resultId'>> => {
  await registerReports(server, world)
  const params = { planId: world.year.planId }
  const { runDigest } = await done(world.staff, results.computeRun, { params })
  const { resultId } = await done(world.staff, results.freezeResult, { params, body: { runDigest } })
  const { rows } = await done(world.staff, reports.showRegister, { params })
  const row = rows.find(({ leadUnitId }) => leadUnitId === world.lead)
  if (!row) throw new Error('no report')
  await done(world.staff, reports.returnLeadReport, {
    params: { reportId: row.id },
    body: { version: row.version, reason: '缺一项依据' },
  })
  return { resultId }
}

const endPostOf = async (world: World) => {
  const security = await signedIn(server, [{ kind: 'securityAdmin', unitId: world.office }], '安全员')
  const post = await server.db
    .selectFrom('post')
    .select(['id', 'version'])
    .where('person_id', '=', world.head.personId)
    .executeTakeFirstOrThrow()
  await done(security, endPost, { params: { postId: post.id }, body: { version: post.version, to: '2025-01-20' } })
}

/** What is tried first is refused, by name, while a signature covers the file. */
const refused = async (reply: { json: () => unknown }) => expect(codeOf(reply)).toBe('evidence.cited')

/** Every class of change as it is really made. It compiles only with all of them. */
const made: Readonly<Record<UpstreamChange, (world: World) => Promise<unknown>>> = {
  planWords: (world) => replan(world, ({ title }) => ({ title: `${title}（修订）` })),
  planRule: (world) =>
    replan(world, (content) => ({
      dataElements: content.dataElements.map((one) =>
        one.key === 'newFirmCount' ? { ...one, period: '2024年度' } : one,
      ),
    })),
  planMark: (world) =>
    replan(world, ({ indicators }) => ({
      indicators: indicators.map((node) =>
        node.scoring ? { ...node, fullMark: node.key === 'newFirms' ? '3' : '7' } : node,
      ),
    })),
  planTarget: (world) =>
    replan(world, ({ tasks }) => ({
      tasks: tasks.map((task) =>
        task.leafKey === 'newFirms' && task.unitId === world.town
          ? { ...task, target: { kind: 'set' as const, value: '10' } }
          : task,
      ),
    })),
  planGroup: (world) =>
    replan(world, ({ unitGroups: [group] }) => ({
      unitGroups: [
        { key: group?.key ?? '', name: '各部门', unitIds: [world.lead, world.transport] },
        { key: 'towns', name: '各乡镇', unitIds: [world.town] },
      ],
    })),
  unitLeft: (world) =>
    replan(world, ({ tasks }) => ({
      tasks: tasks.filter((task) => task.leafKey !== 'newFirms' || task.unitId !== world.town),
    })),
  substituteChanged: (world) =>
    replan(world, ({ recusals }) => ({
      recusals: recusals.map((one) => ({ ...one, substitute: { unitId: world.statistics } })),
    })),
  responsibilityMoved: (world) =>
    replan(world, ({ responsibilities }) => ({
      responsibilities: responsibilities.map((one) => ({ ...one, sectionId: world.coordinating })),
    })),
  datumReopened: reopen,
  findingAdopted: adoptFinding,
  evidenceAdded: async (world) => expect((await attach(world, world.reporter)).statusCode).toBe(200),
  evidenceWithdrawn: async (world) =>
    refused(
      await world.reporter.call(evidence.withdrawEvidence, {
        params: { evidenceId: world.evidenceId },
        body: { reason: '误传' },
      }),
    ),
  evidenceReplaced: async (world) =>
    refused(await attach(world, world.reporter, { replaces: world.evidenceId, reason: '换盖章件' })),
  meetingAdjusted: adjust,
  leadReportMoved: sendReportBack,
  postChanged: endPostOf,
}

/** Each standing signature on a score sheet with each row that it covers. */
const covers = async ({ planId }: World): Promise<readonly string[]> =>
  (await sheetsOfPlan(server.db, planId)).flatMap(({ sheet }) =>
    sheet.signatures
      .filter(isStanding)
      .flatMap(({ role }) => standingUnits(sheet).map((unitId) => `${sheet.key} ${role} ${unitId}`)),
  )

/** From the table alone: the rows whose signatures must fall; where it is a unit's, the town's on the second leaf. */
const mustLose = (world: World, kind: UpstreamChange, before: readonly string[]): readonly string[] => {
  const { rows, first }: Upstream = upstreamChanges[kind]
  if (rows === 'none' || first !== undefined) return []
  return before.filter((cover) => {
    const [key, , unitId] = cover.split(' ')
    // Marks of the parts add up to the line's, so that those of two leaves move.
    if (kind === 'planMark') return true
    if (kind === 'substituteChanged') return unitId === world.lead
    if (kind === 'planGroup') return unitId === world.town
    return key?.split('@')[0] === 'newFirms' && (rows === 'leaf' || unitId === world.town)
  })
}

/** What the pages of the sheets list: who signs again, for which unit. */
const listed = async (world: World): Promise<readonly string[]> => {
  const names = new Map(
    (await server.db.selectFrom('unit').select(['id', 'name']).execute()).map(({ id, name }) => [name, id]),
  )
  const sheets = (await sheetsOfPlan(server.db, world.planId)).filter(({ sheet }) => sheet.amends === undefined)
  const found: string[] = []
  for (const { row, sheet } of sheets) {
    const { signAgain } = await done(world.staff, scoring.showSheet, { params: { sheetId: row.id } })
    for (const { role, unitNames, formerly, cause, people } of signAgain) {
      expect(formerly).not.toBe('')
      expect(cause).not.toBe('')
      expect(people.length).toBeGreaterThan(0)
      found.push(...unitNames.map((name) => `${sheet.key} ${role} ${names.get(name)}`))
    }
  }
  return found
}

const kinds = Object.keys(made) as UpstreamChange[]

it.each(kinds)('上游变动 %s：恰好只有依据它的签字失效，页面列明谁须重新签字和原因', async (kind) => {
  const world = await signedWorld(`动${kinds.indexOf(kind)}`)
  const before = await covers(world)
  const ended = await made[kind](world)
  const after = await covers(world)
  const lost = mustLose(world, kind, before)
  expect(before.filter((cover) => !after.includes(cover)).toSorted()).toEqual(lost.toSorted())
  expect(after.filter((cover) => !before.includes(cover))).toEqual([])
  const { locked, again }: Upstream = upstreamChanges[kind]
  expect((await listed(world)).toSorted()).toEqual(again === 'sameRoles' ? lost.toSorted() : [])
  if (kind === 'findingAdopted') return

  const resultId = kind === 'leadReportMoved' ? (ended as Pick<World, 'resultId'>).resultId : world.resultId
  const planId = kind === 'leadReportMoved' ? world.year.planId : world.planId
  const reader = kind === 'leadReportMoved' ? world.staff : world.carrier
  const shown = (await done(reader, results.showResults, { params: { planId } })).results.find(
    ({ id }) => id === resultId,
  )
  expect(shown?.state === 'voided').toBe(locked === 'falls')
  if (locked === 'falls') expect(shown?.voiding?.cause).not.toBe('')
  if (kind === 'leadReportMoved') return
  const paper = await done(world.carrier, contract.showApproval, { params: { approvalId: world.approvalId } })
  expect(paper.state === 'fallen').toBe(locked === 'falls')
})
