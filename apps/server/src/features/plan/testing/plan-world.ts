import type { PlanContent } from '@quanheng/domain/plan/model'
import { aPlan, planIds } from '@quanheng/testkit/a-plan'
import { seedSection, seedUnit, signedIn, type TestServer } from '../../../platform/testing/test-server.ts'

/** The bodies and people of `aPlan`, in a database: lead unit with its sections, two more units, the office, statistics. */
export const planWorld = async (server: TestServer, tag = '') => {
  const unit = (name: string) => seedUnit(server.db, `${name}${tag}`)
  const lead = await unit('云岭市发展改革委')
  const transport = await unit('云岭市交通运输局')
  const town = await unit('云岭市百里镇')
  const office = await unit('云岭市绩效办')
  const statistics = await unit('云岭市统计局')
  const section = await seedSection(server.db, lead, '就业与服务业科')
  const coordinating = await seedSection(server.db, lead, '评估督导科')
  const handler = await signedIn(server, [{ kind: 'handler', unitId: lead, sectionId: section }], '经办甲')
  const head = await signedIn(server, [{ kind: 'sectionHead', unitId: lead, sectionId: section }], '科长乙')
  const leader = await signedIn(server, [{ kind: 'leaderInCharge', unitId: lead }], '领导丙')
  const ids: Readonly<Record<string, string>> = {
    [planIds.lead]: lead,
    [planIds.transport]: transport,
    [planIds.town]: town,
    [planIds.office]: office,
    statistics,
    [planIds.coordinating]: coordinating,
    [planIds.handler]: handler.personId,
    [planIds.leaderInCharge]: leader.personId,
  }
  /** `aPlan` names bodies by word; here they are uuids. The section shares its word with an indicator, so it goes by field. */
  const put = (value: unknown, field = ''): unknown => {
    if (Array.isArray(value)) return value.map((item) => put(item, field))
    if (value !== null && typeof value === 'object')
      return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, put(member, key)]))
    if (typeof value !== 'string' || !/Ids?$/.test(field)) return value
    return field === 'sectionId' && value === planIds.section ? section : (ids[value] ?? value)
  }
  const content = (more: Partial<PlanContent> = {}): PlanContent => {
    const { document, ...rest } = put(aPlan(more)) as PlanContent
    const indicators = rest.indicators.map(({ line: _, ...node }) => node)
    return { ...rest, indicators, document: { addressees: document.addressees } }
  }
  return { lead, transport, town, office, statistics, section, coordinating, handler, head, leader, content }
}

export type PlanWorld = Awaited<ReturnType<typeof planWorld>>

/** The editable parts of a content, as `plan.edit` takes them. */
export const partsOf = ({ v: _v, kind: _kind, ownerUnitId: _owner, ...parts }: PlanContent) => parts
