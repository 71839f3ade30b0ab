import { aPlan, planIds } from '@quanheng/testkit/a-plan'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { groupOn } from '../datum/group-facts.ts'
import { sheetsOf } from '../plan/items.ts'
import type { IndicatorNode, PlanContent } from '../plan/model.ts'
import { keepsSignatures } from '../plan/signature-keeping.ts'
import { isStanding } from '../signature/model.ts'
import { signOnScreen } from '../signature/sign.ts'
import { type Upstream, type UpstreamChange, upstreamChanges } from '../signature/upstream.ts'
import { fallSheet, fullySigned } from './fall.ts'
import { type Sheet, standingUnits } from './model.ts'
import { replanSheets } from './replan.ts'
import { anOrder, clause, commandBy, ofSection } from './sheet.fixture.ts'
import { signAgain } from './sign-again.ts'

const leafKeys = ['growth', 'newFirms'] as const
const units = [planIds.lead, 'a', 'b', 'c', 'd'] as const
const context = commandBy(ofSection('sectionHead', { personId: 'issuer' }))

const base = (): PlanContent => {
  const plan = aPlan()
  const task = (leafKey: string, unitId: string) => ({
    leafKey,
    unitId,
    task: '完成年度任务',
    target: { kind: 'set' as const, value: '8' },
  })
  return {
    ...plan,
    unitGroups: [
      { key: 'one', name: '一组', unitIds: [planIds.lead, 'a', 'b'] },
      { key: 'two', name: '二组', unitIds: ['c', 'd'] },
    ],
    tasks: leafKeys.flatMap((leafKey) => units.map((unitId) => task(leafKey, unitId))),
  }
}

interface World {
  readonly content: PlanContent
  readonly sheets: readonly Sheet[]
  readonly relative: readonly string[]
}

/** One sheet a leaf and a substitute's, each at some point of its way. */
const world = fc
  .record({
    relative: fc.subarray<string>([...leafKeys]),
    states: fc.array(fc.constantFrom('toScore', 'awaitingHead', 'signed', 'verified'), { minLength: 4, maxLength: 4 }),
  })
  .map(({ relative, states }): World => {
    const content = base()
    const sheets = sheetsOf(content).map((plan, at): Sheet => {
      const state = states[at] as Sheet['state']
      const signed = ['toScore', 'awaitingHead', 'signed'].indexOf(state === 'verified' ? 'signed' : state)
      const signatures = (['handler', 'sectionHead'] as const)
        .slice(0, signed)
        .map((role) => ({ ...signOnScreen(role, 'd', commandBy(ofSection(role))), id: `${plan.key}-${role}` }))
      return {
        id: plan.key,
        planId: 'plan-1',
        planVersion: 1,
        ...plan,
        groupRelative: relative.includes(plan.leafKey),
        version: 1,
        state,
        ...(signed > 0 && { signedDigest: 'd' }),
        signatures,
        fallenRows: [],
        verification: { kind: 'undecided' },
      }
    })
    return { content, sheets, relative }
  })

interface Change {
  readonly kind: UpstreamChange
  readonly leafKey: string
  readonly unitId: string
}

const change = fc.record({
  kind: fc.constantFrom(...(Object.keys(upstreamChanges) as UpstreamChange[])),
  leafKey: fc.constantFrom(...leafKeys),
  unitId: fc.constantFrom('a', 'b', 'c', 'd'),
})

const onLeaf = (content: PlanContent, leafKey: string, to: (leaf: IndicatorNode) => IndicatorNode): PlanContent => ({
  ...content,
  indicators: content.indicators.map((node) => (node.key === leafKey ? to(node) : node)),
})

/** The plan after a change of the plan; undefined where something else changes. */
const replanned = (content: PlanContent, { kind, leafKey, unitId }: Change): PlanContent | undefined => {
  const tasks = (to: (task: PlanContent['tasks'][number]) => PlanContent['tasks'][number]) =>
    content.tasks.map((task) => (task.leafKey === leafKey && task.unitId === unitId ? to(task) : task))
  switch (kind) {
    case 'planWords':
      return onLeaf(
        { ...content, title: '另一个标题', tasks: tasks((task) => ({ ...task, task: '换一种说法' })) },
        leafKey,
        (leaf) => ({ ...leaf, name: `${leaf.name}（新）` }),
      )
    case 'planRule':
      return onLeaf(content, leafKey, (leaf) => ({
        ...leaf,
        ...(leaf.scoring && { scoring: { ...leaf.scoring, bindings: leaf.scoring.bindings.toReversed().slice(1) } }),
      }))
    case 'planMark':
      return onLeaf(content, leafKey, (leaf) => ({ ...leaf, fullMark: '3' }))
    case 'planTarget':
      return { ...content, tasks: tasks((task) => ({ ...task, target: { kind: 'set', value: '9' } })) }
    case 'planGroup':
      return {
        ...content,
        unitGroups: content.unitGroups.map((group) => ({
          ...group,
          unitIds: group.unitIds.includes(unitId)
            ? group.unitIds.filter((id) => id !== unitId)
            : [...group.unitIds, unitId],
        })),
      }
    case 'unitLeft':
      return { ...content, tasks: content.tasks.filter((task) => task.leafKey !== leafKey || task.unitId !== unitId) }
    case 'substituteChanged':
      return {
        ...content,
        recusals: [{ unitId: planIds.lead, substitute: { unitId: 'statistics' }, basis: clause }],
      }
    case 'responsibilityMoved':
      return { ...content, responsibilities: content.responsibilities.map((row) => ({ ...row, sectionId: 'other' })) }
    default:
      return undefined
  }
}

interface After {
  readonly sheets: readonly Sheet[]
  readonly before: readonly Sheet[]
}

/** A new version carried out as the issue of a plan carries it out. */
const issue = ({ content, sheets, relative }: World, next: PlanContent): readonly Sheet[] => {
  const planned = new Map(sheetsOf(next).map((sheet) => [sheet.key, sheet]))
  const keys = new Set([...planned.keys(), ...sheets.map(({ key }) => key)])
  let ids = 0
  return [...keys].flatMap((key) => {
    const family = sheets.filter((sheet) => sheet.key === key)
    const leafKey = planned.get(key)?.leafKey ?? family[0]?.leafKey ?? ''
    const reads = relative.includes(leafKey)
    const changedUnitIds = family
      .flatMap(standingUnits)
      .filter((unitId) => !keepsSignatures(content, next, leafKey, unitId, reads))
    const scorer = family[0]?.scorer ?? { unitId: '', by: 'responsibility' as const, basis: clause }
    const sheet = planned.get(key) ?? { key, leafKey, scorer, unitIds: [] }
    const { changed, created } = replanSheets(
      family,
      { planId: 'plan-1', planVersion: 2, sheet, groupRelative: reads, changedUnitIds },
      { ...context, newId: () => `${key}-new-${++ids}` },
    )
    const moved = new Map(changed.map((one) => [one.id, one]))
    return [...family.map((one) => moved.get(one.id) ?? one), ...created]
  })
}

/** A figure that moves, carried out as collection and verification carry it out. */
const move = ({ content, sheets }: World, { leafKey, unitId }: Change): readonly Sheet[] => {
  let ids = 0
  return sheets.flatMap((sheet) => {
    if (sheet.leafKey !== leafKey) return [sheet]
    const unitIds = sheet.groupRelative ? groupOn(content, leafKey, unitId) : [unitId]
    const fall = fallSheet(
      sheet,
      { unitIds, cause: '数据重新开放' },
      { ...context, newId: () => `${sheet.id}-${++ids}` },
    )
    return fall.amendment ? [fall.next, fall.amendment] : [fall.next]
  })
}

const after = (given: World, made: Change): After => {
  const next = replanned(given.content, made)
  if (next) return { before: given.sheets, sheets: issue(given, next) }
  const of: Upstream = upstreamChanges[made.kind]
  const moves = of.rows !== 'none' && of.first === undefined
  return { before: given.sheets, sheets: moves ? move(given, made) : given.sheets }
}

/** Each signature that stands, with each row that it covers. */
const covers = (sheets: readonly Sheet[]): readonly string[] =>
  sheets.flatMap((sheet) =>
    sheet.signatures
      .filter(isStanding)
      .flatMap(({ id }) => standingUnits(sheet).map((unitId) => `${sheet.id} ${id} ${unitId}`)),
  )

/** From the table alone: which rows lose their ground, in whose group when figures are compared. */
const hitBy = ({ content, relative }: World, { kind, leafKey, unitId }: Change) => {
  const { rows }: Upstream = upstreamChanges[kind]
  const of: Upstream = upstreamChanges[kind]
  if (rows === 'none' || of.first !== undefined) return () => []
  const every = kind === 'planGroup' || kind === 'substituteChanged'
  const unit = kind === 'substituteChanged' ? planIds.lead : unitId
  const groups = content.unitGroups.filter((group) => kind === 'planGroup' || group.unitIds.includes(unit))
  return (leaf: string): readonly string[] => {
    if (!every && leaf !== leafKey) return []
    if (rows === 'leaf') return units
    // A substitute who comes in changes nobody's figures.
    return relative.includes(leaf) && kind !== 'substituteChanged' ? groups.flatMap(({ unitIds }) => unitIds) : [unit]
  }
}

const mustLose = (given: World, made: Change): readonly string[] => {
  const hit = hitBy(given, made)
  return given.sheets.flatMap((sheet) => {
    const struck = sheet.unitIds.filter((unitId) => hit(sheet.leafKey).includes(unitId))
    const whole = struck.length > 0 && (sheet.groupRelative || !fullySigned.includes(sheet.state))
    return covers([sheet]).filter((cover) => whole || struck.some((unitId) => cover.endsWith(` ${unitId}`)))
  })
}

const gone =
  ({ kind, leafKey, unitId }: Change) =>
  (leaf: string, unit: string) =>
    (kind === 'unitLeft' && leaf === leafKey && unit === unitId) ||
    (kind === 'substituteChanged' && unit === planIds.lead)

it('each class of change takes exactly the signatures that the table says, and lists exactly who signs again', () => {
  const met = new Set<string>()
  fc.assert(
    fc.property(world, change, (given, made) => {
      const { before, sheets } = after(given, made)
      const lost = covers(before).filter((cover) => !covers(sheets).includes(cover))
      expect(lost.toSorted()).toEqual(mustLose(given, made).toSorted())
      if (lost.length > 0) met.add(made.kind)
      const roleOf = new Map(before.flatMap(({ signatures }) => signatures.map(({ id, role }) => [id, role])))
      const owed = lost.flatMap((cover) => {
        const [sheetId, signatureId, unitId] = cover.split(' ') as [string, string, string]
        const leafKey = before.find(({ id }) => id === sheetId)?.leafKey ?? ''
        return gone(made)(leafKey, unitId) ? [] : [`${leafKey} ${roleOf.get(signatureId)} ${unitId}`]
      })
      const listed = sheets.flatMap((sheet) =>
        signAgain(
          sheet,
          anOrder(),
          sheets.find(({ id }) => id === sheet.amends),
        ).flatMap(({ role, unitIds }) => unitIds.map((unitId) => `${sheet.leafKey} ${role} ${unitId}`)),
      )
      expect(listed.toSorted()).toEqual(owed.toSorted())
    }),
    { numRuns: 600 },
  )
  const taking = (Object.keys(upstreamChanges) as UpstreamChange[]).filter((kind) => {
    const of: Upstream = upstreamChanges[kind]
    return of.rows !== 'none' && of.first === undefined
  })
  expect([...met].toSorted()).toEqual(taking.toSorted())
})
