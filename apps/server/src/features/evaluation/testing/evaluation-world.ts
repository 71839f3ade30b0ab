import * as contract from '@quanheng/contract/evaluation'
import type { BodyOf, ReplyOf, Route } from '@quanheng/contract/route'
import { type Caller, seedUnit, signedIn, type TestServer } from '../../../platform/testing/test-server.ts'
import {
  collectionContent,
  collectionWorld,
  issueContent,
  sendFile,
} from '../../collection/testing/collection-world.ts'
import { codeOf, done } from '../../result/testing/result-world.ts'

export type Content = BodyOf<typeof contract.saveEvaluation>['content']
export type ChannelSent = Content['channels'][number]

/** The lead unit's section owes 质量评定 of the transport and the water bureau. */
export const evaluationWorld = async (server: TestServer, tag = '') => {
  const bodies = await collectionWorld(server, tag)
  const water = await seedUnit(server.db, `云岭市水利局${tag}`)
  const { tasks, ...content2024 } = collectionContent(bodies)
  const evaluated = [bodies.transport, water].map((unitId) => ({ leafKey: 'quality', unitId, task: '' }))
  const others = tasks.filter(({ leafKey }) => leafKey !== 'quality')
  const plan = await issueContent(server, { ...content2024, tasks: [...others, ...evaluated] })
  const world = {
    ...bodies,
    plan,
    water,
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
  const person = (name: string, kind: 'unitHead' | 'principal' | 'observer', unitId: string) =>
    signedIn(server, [{ kind, unitId }], name)
  const heads = {
    transport: await person('交通负责人', 'principal', world.transport),
    town: await person('镇负责人', 'principal', world.town),
    statistics: await person('统计负责人', 'principal', world.statistics),
    office: await person('绩效办负责人', 'principal', world.office),
  }
  const observer = await person('纪检', 'observer', world.lead)
  const peers: ChannelSent = {
    key: 'peers',
    name: '部门互评',
    kind: 'peers',
    way: 'byName',
    weight: '100',
    scale: { kind: 'marks', from: '0', to: '100' },
    unknown: { kind: 'leftOut' },
    spread: null,
    trim: null,
    minimum: 2,
    mayChange: true,
    roster: { posts: ['principal'], unitIds: [world.transport, world.town, world.statistics, world.office] },
  }
  const content: Content = {
    title: '2024年度工作质量评议',
    outOf: '5',
    places: 2,
    whenShort: 'missing',
    opensOn: '2025-01-06',
    ticketsUntil: null,
    closesOn: '2025-01-10',
    channels: [peers],
  }
  return { ...world, heads, observer, peers, content }
}

export type EvaluationWorld = Awaited<ReturnType<typeof evaluationWorld>>

export const at = (evaluationId: string) => ({ params: { evaluationId } })
export const show = (caller: Caller, id: string): Promise<ReplyOf<typeof contract.showEvaluation>> =>
  done(caller, contract.showEvaluation, at(id))

/** A body with the version that this person sees now. */
export const now = async (caller: Caller, id: string, more: object = {}) =>
  ({ ...at(id), body: { version: (await show(caller, id)).version, ...more } }) as never

export const refusal = async (caller: Caller, route: Route, input: object): Promise<string> => {
  const reply = await caller.call(route as never, input as never)
  return reply.statusCode === 200 ? 'done' : codeOf(reply)
}

export const drafted = async (world: EvaluationWorld, content: Content): Promise<string> => {
  const { evaluationId } = await done(world.handler, contract.beginEvaluation, {
    body: { planId: world.plan.planId, elementKey: 'quality' },
  })
  await done(world.handler, contract.saveEvaluation, await now(world.handler, evaluationId, { content }))
  return evaluationId
}

export const opened = async (world: EvaluationWorld, content: Content): Promise<string> => {
  const id = await drafted(world, content)
  await done(world.handler, contract.openEvaluation, await now(world.handler, id))
  return id
}

export const cancelled = async (world: EvaluationWorld, id: string): Promise<void> => {
  await done(world.handler, contract.cancelEvaluation, await now(world.handler, id, { reason: '重新组织' }))
}

export const castBody = (channelKey: string, marks: Readonly<Record<string, string>>) => ({
  channelKey,
  marks: Object.entries(marks).map(([unitId, mark]) => ({ unitId, mark })),
})

export const scan = (server: TestServer, caller: Caller, name = '计票单.pdf') =>
  sendFile(server, caller, name, new TextEncoder().encode(`%PDF-1.4 ${name} ${caller.personId}`))
