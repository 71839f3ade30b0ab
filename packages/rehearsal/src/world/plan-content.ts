import type { Basis } from '@quanheng/domain/kernel/basis'
import type {
  Binding,
  DataElement,
  DataSource,
  IndicatorNode,
  PlanContent,
  Responsibility,
  UnitTask,
} from '@quanheng/domain/plan/model'
import { inputsOf } from '@quanheng/domain/rule/inputs'
import type { WorldIndicator, WorldLeaf, WorldSource } from './indicators.ts'
import type { OrganisationIds } from './organisation.ts'
import { people } from './people.ts'
import { ruleOf } from './rule-of.ts'
import { appraisedUnits } from './units.ts'

export const year = 2025

export const clause = (article: string): Basis => ({ kind: 'clause', article })

/** What the notices leave silent, the office has settled. */
export const settled: Basis = { kind: 'interpretation', by: '市绩效办', on: '2025-03-03', reason: '按上年做法' }

const carriersOf = (leaf: WorldLeaf): readonly string[] => leaf.units ?? appraisedUnits.map(({ key }) => key)

const sourceOf = (ids: OrganisationIds, owner: string, source: WorldSource): DataSource => {
  switch (source.kind) {
    case 'appraisedUnit':
      return source
    case 'provider':
      return { kind: 'provider', unitId: ids.unit(source.unit) }
    case 'section':
      return { kind: 'section', unitId: ids.unit(owner), sectionId: ids.section(owner, source.section) }
    case 'superior':
      return {
        kind: 'superior',
        body: source.body,
        unitId: ids.unit(owner),
        sectionId: ids.section(owner, source.section),
      }
  }
}

const scoringOf = (leaf: WorldLeaf): NonNullable<IndicatorNode['scoring']> => {
  const rule = ruleOf(leaf.sentence, leaf.fullMark, settled)
  const bindings = inputsOf(rule.rule).map(
    (input): Binding =>
      input.role === 'target'
        ? { input: input.name, from: 'target' }
        : { input: input.name, from: 'element', elementKey: leaf.element.key },
  )
  return {
    rule,
    bindings,
    completionStandard: leaf.standard,
    card: { ...leaf.card, unit: leaf.element.unit, period: '2025年1月—12月' },
    evidenceList: leaf.evidence.map((name, at) => ({ key: `${leaf.key}-${at + 1}`, name, required: at === 0 })),
    verificationStandard: '核对原始凭证与上报数是否一致，必要时实地查看。',
  }
}

export const indicatorNodes = (indicators: readonly WorldIndicator[], yearPlanId: string): readonly IndicatorNode[] =>
  indicators.flatMap((indicator, at): IndicatorNode[] => {
    const line = { planId: yearPlanId, key: indicator.key }
    const basis = clause(`一（一）${at + 1}`)
    const { key, name, fullMark, parts } = indicator
    const [only, ...more] = parts
    if (only !== undefined && more.length === 0) return [{ key, name, fullMark, line, scoring: scoringOf(only), basis }]
    return [
      { key, name, fullMark, line, basis },
      ...parts.map((leaf) => ({
        key: leaf.key,
        parentKey: key,
        name: leaf.name,
        fullMark: leaf.fullMark,
        scoring: scoringOf(leaf),
        basis: clause('附件1'),
      })),
    ]
  })

/** One unit of the first indicator waits for its target from above (待上级下达): a legal state with an owner and a day. */
const waits = (leaf: WorldLeaf, unit: string): boolean => leaf.key === 'zdxm' && unit === 'kaifa'

export const tasksOf = (ids: OrganisationIds, indicators: readonly WorldIndicator[]): readonly UnitTask[] =>
  indicators.flatMap(({ parts }) =>
    parts.flatMap((leaf) =>
      carriersOf(leaf).map((unit): UnitTask => {
        const task = { leafKey: leaf.key, unitId: ids.unit(unit), task: leaf.standard }
        if (leaf.target === undefined) return task
        return waits(leaf, unit)
          ? { ...task, target: { kind: 'pending', owner: '市发展改革局投资科', remindOn: '2025-11-28' } }
          : { ...task, target: { kind: 'set', value: leaf.target } }
      }),
    ),
  )

export const elementsOf = (
  ids: OrganisationIds,
  owner: string,
  indicators: readonly WorldIndicator[],
): readonly DataElement[] =>
  indicators.flatMap(({ parts }) =>
    parts.map((leaf) => ({
      ...leaf.element,
      period: '2025年1月—12月',
      source: sourceOf(ids, owner, leaf.source),
      cutoff: '2025-12-31',
      due: '2026-01-05',
    })),
  )

/** Handlers and heads of the sections in `people.ts`; phone and mail are the handler's. */
const seatOf = (unit: string, section: string, kind: 'handler' | 'sectionHead') => {
  const found = people.find((person) =>
    person.posts.some((post) => post.unit === unit && post.section === section && post.kind === kind),
  )
  if (found === undefined) throw new Error(`nobody is ${kind} of ${unit} ${section}`)
  return found
}

export const responsibilitiesOf = (
  ids: OrganisationIds,
  owner: string,
  leader: string,
  indicators: readonly WorldIndicator[],
): readonly Responsibility[] =>
  indicators.map((indicator, at) => {
    const handler = seatOf(owner, indicator.section, 'handler')
    const head = seatOf(owner, indicator.section, 'sectionHead')
    const provider = indicator.parts.map((leaf) => leaf.source).find((source) => source.kind === 'provider')
    return {
      nodeKey: indicator.key,
      leadUnitId: ids.unit(owner),
      sectionId: ids.section(owner, indicator.section),
      supporters: provider === undefined ? [] : [{ unitId: ids.unit(provider.unit), duty: 'data' as const }],
      leaderInChargeId: ids.person(leader),
      personResponsibleId: ids.person(head.login),
      handlerId: ids.person(handler.login),
      contactId: ids.person(handler.login),
      phone: handler.phone,
      mail: handler.mail,
      basis: clause(`二（${'一二三四五六七八九'[at]}）`),
    }
  })

/** The steps as the second notice prints them, contradictions and all; the office lets them stand. */
export const stepsOf = (ids: OrganisationIds, owner: string, section: string): PlanContent['steps'] => {
  const place = { unitId: ids.unit(owner), sectionId: ids.section(owner, section) }
  return [
    {
      key: 'collect',
      kind: 'dataCollection',
      name: '数据收集',
      due: '2026-01-05',
      cutoff: '2025-12-31',
      needs: [],
      owner: place,
      basis: clause('四（一）'),
    },
    {
      key: 'score',
      kind: 'preliminaryScore',
      name: '考核评分',
      due: '2026-01-20',
      needs: ['collect'],
      owner: place,
      basis: clause('四（二）'),
    },
    {
      key: 'verify',
      kind: 'verification',
      name: '现场核验',
      due: '2026-01-15',
      needs: ['score'],
      owner: place,
      basis: clause('四（三）'),
    },
    {
      key: 'aggregate',
      kind: 'aggregation',
      name: '汇总整理',
      due: '2026-01-18',
      needs: ['score', 'verify'],
      owner: place,
      basis: clause('四（四）'),
    },
    {
      key: 'countersign',
      kind: 'countersign',
      name: '会签',
      due: '2026-01-19',
      needs: ['aggregate'],
      owner: place,
      basis: clause('四（五）'),
    },
    {
      key: 'meeting',
      kind: 'meeting',
      name: '局办公会审定',
      due: '2026-01-20',
      needs: ['countersign'],
      owner: place,
      basis: clause('四（五）'),
    },
    {
      key: 'submit',
      kind: 'submission',
      name: '审核报送',
      due: '2026-01-20',
      needs: ['meeting'],
      owner: place,
      basis: clause('四（五）'),
    },
  ]
}

export const signatureMap: PlanContent['signatureMap'] = [
  { role: 'handler', posts: ['handler'] },
  { role: 'sectionHead', posts: ['sectionHead', 'leaderInCharge'] },
]

export const approvalChain: PlanContent['approvalChain'] = [
  { kind: 'leaderReview', name: '责任领导审核', posts: ['leaderInCharge'] },
  { kind: 'coordinating', name: '归口科室汇总', posts: ['handler', 'sectionHead'] },
  { kind: 'countersign', name: '相关科室会签', posts: ['sectionHead'] },
  { kind: 'meeting', name: '局办公会审定', posts: ['clerk'] },
  { kind: 'principalSign', name: '主要领导签发', posts: ['principal'] },
  { kind: 'number', name: '登记文号', posts: ['clerk'] },
  { kind: 'submit', name: '报送市绩效办', posts: ['handler'] },
]

export const settings = (content: PlanContent): PlanContent['settings'] =>
  Object.fromEntries(
    Object.entries(content.settings).map(([name, setting]) => [name, { ...setting, basis: settled }]),
  ) as unknown as PlanContent['settings']
