import { randomUUID } from 'node:crypto'
import * as contract from '@quanheng/contract/datum'
import type { Basis } from '@quanheng/domain/kernel/basis'
import type { DataElement, IndicatorNode, PlanContent } from '@quanheng/domain/plan/model'
import type { Rule } from '@quanheng/domain/rule/model'
import { json } from '../../../platform/database/database.ts'
import { contextFor } from '../../../platform/platform.ts'
import { type Caller, signedIn, type TestServer } from '../../../platform/testing/test-server.ts'
import { type IssuedPlan, issuedPlan } from '../../plan/index.ts'
import { type PlanWorld, planWorld } from '../../plan/testing/plan-world.ts'
import { openCollection } from '../open-collection.ts'

const basis: Basis = { kind: 'clause', article: '附件1' }

const leaf = (key: string, name: string, rule: Rule, input: string): IndicatorNode => ({
  key,
  parentKey: 'others',
  name,
  fullMark: '5',
  basis,
  scoring: {
    rule: { v: 1, text: name, rule, answers: [] },
    bindings: [{ input, from: 'element', elementKey: key }],
    completionStandard: '',
    card: { formula: '', measure: '', unit: '', period: '2024年', publisher: '', release: '' },
    evidenceList: [],
  },
})

/** The plan of `planWorld` with a judgement of the section, a verdict of the superior and a checklist beside its two figures. */
export const collectionContent = (world: PlanWorld, more: Partial<PlanContent> = {}): PlanContent => {
  const base = world.content(more)
  const { lead, section, transport } = world
  const element = (key: string, name: string, part: Partial<DataElement>): DataElement => ({
    key,
    name,
    type: 'judgement',
    unit: '分',
    period: '2024年',
    source: { kind: 'section', unitId: lead, sectionId: section },
    cutoff: '2024-12-31',
    due: '2025-01-12',
    ...part,
  })
  const entries = [
    { key: 'a', name: '印发方案' },
    { key: 'b', name: '召开会议' },
  ]
  return {
    ...base,
    indicators: [
      ...base.indicators,
      { key: 'others', name: '其他工作', fullMark: '15', basis },
      leaf('quality', '工作质量', { kind: 'judged', from: '0', to: '5' }, '评定得分'),
      leaf('safety', '安全生产', { kind: 'allOrNothing', when: { kind: 'fact', name: '未发生事故' } }, '未发生事故'),
      leaf(
        'steps',
        '工作推进',
        { kind: 'checklist', entries: entries.map(({ name }) => ({ name, points: '2.5' })) },
        '完成事项',
      ),
    ],
    tasks: [
      ...base.tasks,
      { leafKey: 'quality', unitId: transport, task: '' },
      { leafKey: 'quality', unitId: lead, task: '' },
      { leafKey: 'safety', unitId: transport, task: '' },
      { leafKey: 'steps', unitId: transport, task: '' },
    ],
    dataElements: [
      ...base.dataElements,
      element('quality', '质量评定', {}),
      element('safety', '未发生较大事故', {
        type: 'fact',
        unit: '',
        source: { kind: 'superior', body: '省应急厅', unitId: lead, sectionId: section },
      }),
      element('steps', '推进事项', { type: 'checklist', unit: '', source: { kind: 'appraisedUnit' }, entries }),
    ],
    responsibilities: [
      ...base.responsibilities,
      { nodeKey: 'others', leadUnitId: lead, sectionId: section, supporters: [], basis },
    ],
  }
}

/** Puts a version in force as an issue does: the rows, then the hook, in one transaction. */
export const issueContent = async (
  server: TestServer,
  content: PlanContent,
  again?: { readonly planId: string },
): Promise<IssuedPlan> => {
  const before = again ? await issuedPlan(server.db, again.planId) : null
  const planId = again?.planId ?? randomUUID()
  const number = (before?.number ?? 0) + 1
  const drafter = { personId: randomUUID(), post: 'handler', unitId: content.ownerUnitId } as const
  const digest = `${randomUUID()}${randomUUID()}`.replaceAll('-', '')
  const plan: IssuedPlan = {
    planId,
    number,
    digest,
    content,
    kind: content.kind,
    ownerUnitId: content.ownerUnitId,
    year: content.year,
    title: content.title,
    parentPlanId: null,
  }
  const now = server.platform.clock.now()
  const units = [...new Set([content.ownerUnitId, ...content.tasks.map((task) => task.unitId)])]
  await server.db.transaction().execute(async (tx) => {
    const row = {
      id: planId,
      kind: content.kind,
      owner_unit_id: content.ownerUnitId,
      year: content.year,
      title: content.title,
      state: 'issued',
      number,
      content: json(content),
      drafter: json(drafter),
      reason: null,
      issued_number: number,
      parent_plan_id: null,
      named_unit_ids: units,
      version: number,
    } as const
    if (again) await tx.updateTable('plan').set(row).where('id', '=', planId).execute()
    else await tx.insertInto('plan').values(row).execute()
    await tx
      .insertInto('plan_version')
      .values({
        id: randomUUID(),
        plan_id: planId,
        number,
        content: json(content),
        digest,
        way: 'here',
        document_number: `云发改发〔2024〕${number}号`,
        document_date: '2024-01-10',
        scan_digest: null,
        reason: null,
        acceptances: json([]),
        author: json(drafter),
        issued_at: now,
        issued_on: '2024-01-10',
      })
      .execute()
    const context = contextFor(server.platform, { personId: '', name: '', posts: [] }, `issue-${planId}-${number}`)
    await openCollection(tx, plan, context, before)
  })
  return plan
}

export const collectionWorld = async (server: TestServer, tag = '') => {
  const world = await planWorld(server, tag)
  const person = (name: string, kind: Parameters<typeof signedIn>[1][number]['kind'], unitId: string) =>
    signedIn(server, [{ kind, unitId }], name)
  const plan = await issueContent(server, collectionContent(world))
  return {
    ...world,
    plan,
    reporter: await person('填报丁', 'unitReporter', world.transport),
    unitHead: await person('局长戊', 'unitHead', world.transport),
    townReporter: await person('填报己', 'unitReporter', world.town),
    provider: await person('统计庚', 'dataProvider', world.statistics),
    providerHead: await person('统计局长', 'unitHead', world.statistics),
    officeStaff: await person('绩效辛', 'officeStaff', world.office),
    officeDirector: await person('绩效主任', 'officeDirector', world.office),
    datumId: async (elementKey: string, unitId: string): Promise<string> =>
      (
        await server.db
          .selectFrom('datum')
          .select('id')
          .where('plan_id', '=', plan.planId)
          .where('element_key', '=', elementKey)
          .where('unit_id', '=', unitId)
          .executeTakeFirstOrThrow()
      ).id,
  }
}

export type CollectionWorld = Awaited<ReturnType<typeof collectionWorld>>

const aFigure = { release: 'final', asOf: '2024-12-31' } as const

/** Reports one figure and gives the reply. */
export const reportOne = (
  caller: Caller,
  datumId: string,
  version: number,
  value: unknown,
  more: Readonly<Record<string, unknown>> = {},
) => caller.call(contract.reportData, { body: { rows: [{ datumId, version, value, ...aFigure, ...more }] } })

export const quantity = (value: string) => ({ kind: 'quantity', value })

/** A file as if this person had sent it. @returns its digest */
export const sendFile = async (
  server: TestServer,
  caller: Caller,
  name: string,
  bytes: Uint8Array,
): Promise<string> => {
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
      media_type: name.endsWith('.pdf') ? 'application/pdf' : 'application/octet-stream',
      size,
      sha256,
      sm3,
      received_at: server.platform.clock.now(),
    })
    .execute()
  return sha256
}
