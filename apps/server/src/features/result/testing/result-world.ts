import { randomUUID } from 'node:crypto'
import * as contract from '@quanheng/contract/result'
import type { ReplyOf, Route } from '@quanheng/contract/route'
import * as scoring from '@quanheng/contract/sheet'
import { waiveVerification } from '@quanheng/contract/verification'
import { digestOf } from '@quanheng/domain/kernel/digest'
import { planDigestForm } from '@quanheng/domain/plan/digest-form'
import type { ApprovalStep, PlanContent } from '@quanheng/domain/plan/model'
import type { PlanSettings } from '@quanheng/domain/plan/settings'
import { json } from '../../../platform/database/database.ts'
import { sha256 } from '../../../platform/log/means.ts'
import { contextFor } from '../../../platform/platform.ts'
import { type Caller, signedIn, type TestServer } from '../../../platform/testing/test-server.ts'
import { openCollection } from '../../collection/index.ts'
import type { IssuedPlan } from '../../plan/index.ts'
import { planWorld } from '../../plan/testing/plan-world.ts'
import { openSheets } from '../../scoring/index.ts'
import { close, quantity } from '../../scoring/testing/scoring-world.ts'
import { openRegister } from '../open-register.ts'

type Visibility = PlanSettings['visibility']['value']

const chain: readonly ApprovalStep[] = [
  { kind: 'leaderReview', name: '责任领导审核', posts: ['leaderInCharge'] },
  { kind: 'coordinating', name: '归口科室汇总', posts: ['sectionHead'] },
  { kind: 'countersign', name: '会签', posts: ['sectionHead'] },
  { kind: 'meeting', name: '会议审定', posts: ['clerk', 'handler'] },
  { kind: 'principalSign', name: '主要领导签发', posts: ['principal'] },
  { kind: 'number', name: '编号用印', posts: ['clerk'] },
  { kind: 'submit', name: '报送绩效办', posts: ['clerk', 'handler'] },
]

/** Puts a plan in force as an issue does: the rows, then every hook, in one transaction. */
const issueDirectly = async (
  server: TestServer,
  content: PlanContent,
  parentPlanId: string | null,
): Promise<IssuedPlan> => {
  const planId = randomUUID()
  const author = { personId: randomUUID(), post: 'handler', unitId: content.ownerUnitId } as const
  const digest = digestOf(sha256, planDigestForm(content))
  const { kind, ownerUnitId, year, title } = content
  const plan: IssuedPlan = { planId, number: 1, digest, content, kind, ownerUnitId, year, title, parentPlanId }
  await server.db.transaction().execute(async (tx) => {
    await tx
      .insertInto('plan')
      .values({
        id: planId,
        kind,
        owner_unit_id: ownerUnitId,
        year,
        title,
        state: 'issued',
        number: 1,
        content: json(content),
        drafter: json(author),
        reason: null,
        issued_number: 1,
        parent_plan_id: parentPlanId,
        named_unit_ids: [ownerUnitId],
        version: 1,
      })
      .execute()
    await tx
      .insertInto('plan_version')
      .values({
        id: randomUUID(),
        plan_id: planId,
        number: 1,
        content: json(content),
        digest,
        way: 'here',
        document_number: '云发改发〔2024〕1号',
        document_date: '2024-01-10',
        scan_digest: null,
        reason: null,
        acceptances: json([]),
        author: json(author),
        issued_at: server.platform.clock.now(),
        issued_on: '2024-01-10',
      })
      .execute()
    const context = contextFor(server.platform, { personId: '', name: '', posts: [] }, `issue-${planId}`)
    const hooks = kind === 'indicatorPlan' ? [openCollection, openSheets] : [openRegister]
    for (const hook of hooks) await hook(tx, plan, context, null)
  })
  return plan
}

/**
 * A year plan of the office with two lines, one led by the lead unit (scored in parts), one by the transport bureau; under it
 * the lead unit's indicator plan with its whole chain. `aPlan` has three units: the lead unit itself, transport and a town.
 */
export const resultWorld = async (
  server: TestServer,
  tag = '',
  visibility: Visibility = 'ownAfterIssue',
  ofYear: (year: PlanContent) => PlanContent = (year) => year,
  feedback: PlanSettings['feedback']['value'] = 'none',
  selfReview: PlanSettings['selfReview']['value'] = 'none',
) => {
  const bodies = await planWorld(server, tag)
  const { lead, transport, town, office, coordinating } = bodies
  const person = (
    name: string,
    kind: Parameters<typeof signedIn>[1][number]['kind'],
    unitId: string,
    sectionId?: string,
  ) => signedIn(server, [{ kind, unitId, ...(sectionId !== undefined && { sectionId }) }], name)
  const people = {
    principal: await person('局长庚', 'principal', lead),
    clerk: await person('文秘丁', 'clerk', lead),
    secondClerk: await person('文秘卯', 'clerk', lead),
    carrier: await person('督导经办', 'handler', lead, coordinating),
    carrierHead: await person('督导科长', 'sectionHead', lead, coordinating),
    staff: await person('绩效办戊', 'officeStaff', office),
    colleague: await person('绩效办辰', 'officeStaff', office),
    director: await person('主任己', 'officeDirector', office),
    outsider: await person('交通科长', 'sectionHead', transport),
  }
  const base = bodies.content({
    signatureMap: [
      { role: 'handler', posts: ['handler', 'officeStaff'] },
      { role: 'sectionHead', posts: ['sectionHead', 'officeDirector'] },
    ],
    approvalChain: chain,
  })
  const year = await issueDirectly(
    server,
    ofYear({
      ...base,
      kind: 'appraisalPlan',
      title: `2024年度绩效考评方案${tag}`,
      ownerUnitId: office,
      indicators: [
        {
          key: 'services',
          name: '第三产业提升行动',
          fullMark: '10',
          leadUnitId: lead,
          basis: { kind: 'clause', article: '一' },
        },
        {
          key: 'roads',
          name: '道路建设',
          fullMark: '5',
          leadUnitId: transport,
          basis: { kind: 'clause', article: '二' },
        },
      ],
      tasks: [
        ...[lead, transport, town].map((unitId) => ({ leafKey: 'services', unitId, task: '' })),
        ...[lead, town].map((unitId) => ({ leafKey: 'roads', unitId, task: '' })),
      ],
      dataElements: [],
      responsibilities: [],
      coordinating: { unitId: office, sectionId: randomUUID() },
    }),
    null,
  )
  const indicators = base.indicators.map((node) =>
    node.key === 'services' ? { ...node, line: { planId: year.planId, key: 'services' } } : node,
  )
  const settings = {
    ...base.settings,
    visibility: { ...base.settings.visibility, value: visibility },
    feedback: { ...base.settings.feedback, value: feedback },
    selfReview: { ...base.settings.selfReview, value: selfReview },
  }
  const plan = await issueDirectly(server, { ...base, title: `${base.title}${tag}`, indicators, settings }, year.planId)
  return { ...bodies, ...people, year, plan, planId: plan.planId }
}

export type ResultWorld = Awaited<ReturnType<typeof resultWorld>>

export const done = async <R extends Route>(
  caller: Caller,
  route: R,
  input: Parameters<Caller['call']>[1] = {},
): Promise<ReplyOf<R>> => {
  const reply = await caller.call(route, input)
  if (reply.statusCode !== 200) throw new Error(`${route.id}: ${reply.statusCode} ${reply.body}`)
  return reply.json()
}

export const codeOf = (reply: { json: () => unknown }): string =>
  (reply.json() as { error: { code: string } }).error.code

const clause = { kind: 'clause', article: '附件1' } as const

/** From open rows to a sheet that nobody verifies: words for every row, two signatures, the reason why not. */
const finishSheet = async (sheetId: string, handler: Caller, head: Caller): Promise<void> => {
  const params = { sheetId }
  const shown = async (caller: Caller) => done(caller, scoring.showSheet, { params })
  const rows = (await shown(handler)).rows.map(({ itemId, version, lost }) => ({
    itemId,
    version,
    dataSource: '统计联网直报平台',
    basis: clause,
    deductions: lost === '0' || lost === null ? [] : [{ points: lost, reason: '未完成年度任务', basis: clause }],
  }))
  await done(handler, scoring.recordItems, { params, body: { rows } })
  await done(handler, scoring.scoreSheet, { params, body: { version: (await shown(handler)).version } })
  for (const caller of [handler, head]) {
    const { version, digest } = await shown(caller)
    await done(caller, scoring.signSheet, { params, body: { version, digest } })
  }
  const { version, state } = await shown(head)
  // An amendment sheet keeps what was decided about the sheet that it amends.
  if (state === 'verified') return
  await done(head, waiveVerification, { params, body: { version, reason: '数据直接取自统计部门' } })
}

/** Every figure closed: growth 6.5 / 5.2 / 5.85 of 6.5, new firms 8 / 8 / 5 of 8. */
export const closeAll = async (server: TestServer, world: ResultWorld): Promise<void> => {
  const { lead, transport, town } = world
  for (const [unitId, growth, firms] of [
    [lead, '6.5', '8'],
    [transport, '5.2', '8'],
    [town, '5.85', '5'],
  ] as const) {
    await close(server, world, 'growthRate', unitId, quantity(growth))
    await close(server, world, 'newFirmCount', unitId, quantity(firms))
  }
}

export const finishSheets = async (server: TestServer, world: ResultWorld): Promise<void> => {
  const sheets = await server.db
    .selectFrom('sheet')
    .select(['id', 'scorer_unit_id'])
    .where('plan_id', '=', world.planId)
    .where('state', '=', 'toScore')
    .orderBy('key')
    .execute()
  for (const { id, scorer_unit_id } of sheets) {
    const own = scorer_unit_id === world.lead
    await finishSheet(id, own ? world.handler : world.staff, own ? world.head : world.director)
  }
}

/** A locked version of the lead unit's plan. */
export const lockedWorld = async (server: TestServer, tag: string, visibility?: Visibility) => {
  const world = await resultWorld(server, tag, visibility)
  await closeAll(server, world)
  await finishSheets(server, world)
  const params = { planId: world.planId }
  const { runDigest } = await done(world.carrier, contract.computeRun, { params })
  const { resultId } = await done(world.carrier, contract.freezeResult, { params, body: { runDigest } })
  return { ...world, runDigest, resultId }
}

export type LockedWorld = Awaited<ReturnType<typeof lockedWorld>>

/** A file as if this person had sent it. @returns its digest */
export const upload = async (server: TestServer, caller: Caller, name: string): Promise<string> => {
  const bytes = new TextEncoder().encode(`${name}${randomUUID()}`)
  const stored = await server.platform.files.put(
    (async function* () {
      yield bytes
    })(),
    bytes.length + 1,
  )
  if (!stored.ok) throw new Error(stored.error.code)
  const { sha256, sm3, size } = stored.value
  await server.db
    .insertInto('upload')
    .values({
      id: randomUUID(),
      person_id: caller.personId,
      name,
      media_type: 'application/pdf',
      size,
      sha256,
      sm3,
      received_at: server.platform.clock.now(),
    })
    .execute()
  return sha256
}
