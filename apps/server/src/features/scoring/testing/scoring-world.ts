import * as plans from '@quanheng/contract/plan'
import type { Datum, DatumValue, DatumVersion } from '@quanheng/domain/datum/model'
import type { PlanContent } from '@quanheng/domain/plan/model'
import { realContext } from '../../../platform/door/context.ts'
import { type Caller, signedIn, type TestServer } from '../../../platform/testing/test-server.ts'
import { loadDatum, saveData } from '../../collection/index.ts'
import { partsOf, planWorld } from '../../plan/testing/plan-world.ts'

/** The plan of `aPlan`, issued, with people on the scoring side and at the office that stands in for the lead unit. */
export const scoringWorld = async (server: TestServer, tag = '', more: Partial<PlanContent> = {}) => {
  const bodies = await planWorld(server, tag)
  const { lead, section, office } = bodies
  const content = bodies.content({
    signatureMap: [
      { role: 'handler', posts: ['handler', 'officeStaff'] },
      { role: 'sectionHead', posts: ['sectionHead', 'officeDirector'] },
    ],
    ...more,
  })
  const clerk = await signedIn(server, [{ kind: 'clerk', unitId: lead }], '文秘丁')
  const staff = await signedIn(server, [{ kind: 'officeStaff', unitId: office }], '绩效办戊')
  const director = await signedIn(server, [{ kind: 'officeDirector', unitId: office }], '主任己')
  const begun = await bodies.handler.call(plans.beginPlan, {
    body: { kind: 'indicatorPlan', year: 2024, title: content.title, parentPlanId: null, copyFromPlanId: null },
  })
  const planId = begun.json<{ id: string }>().id
  const world = { ...bodies, clerk, staff, director, planId, section, baseContent: content }
  await issue(world, content, 1)
  return world
}

export type ScoringWorld = Awaited<ReturnType<typeof scoringWorld>>

interface Issuing {
  readonly planId: string
  readonly handler: Caller
  readonly head: Caller
}

const expectDone = (reply: { statusCode: number; body: string }): void => {
  if (reply.statusCode !== 200) throw new Error(`${reply.statusCode} ${reply.body}`)
}

/** Edits, checks and issues; `version` is that of the draft. */
const issue = async ({ planId, handler, head }: Issuing, content: PlanContent, version: number) => {
  const params = { planId }
  expectDone(await handler.call(plans.editPlan, { params, body: { version, parts: partsOf(content) } }))
  expectDone(await handler.call(plans.checkPlan, { params, body: { version: version + 1 } }))
  const body = { version: version + 2, number: `云发改发〔2024〕${version}号`, date: '2024-01-10' }
  expectDone(await head.call(plans.issuePlan, { params, body }))
}

/** A next version with other content. */
export const reissue = async (world: Issuing, content: PlanContent, version: number) => {
  const params = { planId: world.planId }
  expectDone(await world.handler.call(plans.revisePlan, { params, body: { version, reason: '口径调整' } }))
  await issue(world, content, version + 1)
}

/** A figure as it stands once collection has closed it; collection's own tests go the whole way over HTTP. */
export const close = async (
  server: TestServer,
  world: Pick<ScoringWorld, 'planId' | 'statistics'>,
  elementKey: string,
  unitId: string,
  value: DatumValue,
  closed = true,
): Promise<string> => {
  const { id } = await server.db
    .selectFrom('datum')
    .select('id')
    .where('plan_id', '=', world.planId)
    .where('element_key', '=', elementKey)
    .where('unit_id', '=', unitId)
    .executeTakeFirstOrThrow()
  const person = await server.db.selectFrom('person').select('id').executeTakeFirstOrThrow()
  await server.db.transaction().execute(async (tx) => {
    const loaded = await loadDatum(tx, id)
    if (!loaded) throw new Error('no datum')
    const number = loaded.datum.versions.length + 1
    const version: DatumVersion = {
      number,
      stage: 'reported',
      release: 'final',
      value,
      asOf: '2024-12-31',
      receivedOn: '2025-01-08',
      author: { personId: person.id, post: 'dataProvider', unitId: world.statistics },
      at: '2025-01-08T09:00:00.000Z',
      evidenceIds: [],
    }
    const { returnReason: _, final: __, ...datum } = loaded.datum
    const next: Datum = {
      ...datum,
      versions: [...datum.versions, version],
      state: closed ? 'closed' : 'confirmed',
      ...(closed && { final: number }),
    }
    await saveData(tx, [{ before: loaded, next }], realContext(server.platform.clock.now()))
  })
  return id
}

export const quantity = (value: string): DatumValue => ({ kind: 'quantity', value })
