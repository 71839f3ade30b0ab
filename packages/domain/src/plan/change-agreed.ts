import { readRule } from '../rule/parse.ts'
import { taskFor } from './items.ts'
import type { LeafScoring, PlanContent, Responsibility, UnitTask } from './model.ts'
import type { AgreedChange } from './proposals.ts'
import { responsibilityFor } from './responsibility.ts'
import { isLeaf, isScoredByLead, nodeByKey } from './tree.ts'

type Of<K extends AgreedChange['kind']> = Extract<AgreedChange, { readonly kind: K }>

const target = (value: string): Pick<UnitTask, 'target'> => (value === '' ? {} : { target: { kind: 'set', value } })

const isTask = (leafKey: string, unitId: string) => (row: UnitTask) => row.leafKey === leafKey && row.unitId === unitId

/** A sentence that is understood is the rule; another one waits for its drafter. */
const scoringOf = ({ completionStandard, sentence }: Of<'addItem'>['item']): LeafScoring => {
  const read = readRule(sentence)
  return {
    ...(read.ok ? { rule: read.value } : { sentence }),
    bindings: [],
    completionStandard,
    card: { formula: '', measure: '', unit: '', period: '', publisher: '', release: '' },
    evidenceList: [],
  }
}

const addItem = (content: PlanContent, change: Of<'addItem'>): PlanContent | undefined => {
  const { leafKey, unitId, item, basis } = change
  const { parentKey, name, fullMark, task } = item
  if (nodeByKey(content, leafKey)) return undefined
  if (parentKey !== undefined && (!nodeByKey(content, parentKey) || isLeaf(content, parentKey))) return undefined
  const node = {
    key: leafKey,
    ...(parentKey !== undefined && { parentKey }),
    name,
    fullMark,
    scoring: scoringOf(item),
    basis,
  }
  return {
    ...content,
    indicators: [...content.indicators, node],
    tasks: [...content.tasks, { leafKey, unitId, task, ...target(item.target), basis }],
  }
}

/** The last unit that carries a leaf takes the leaf along. */
const dropTask = (content: PlanContent, { leafKey, unitId }: Of<'dropTask'>): PlanContent | undefined => {
  if (!taskFor(content, leafKey, unitId)) return undefined
  const tasks = content.tasks.filter((row) => !isTask(leafKey, unitId)(row))
  if (tasks.some((row) => row.leafKey === leafKey)) return { ...content, tasks }
  return {
    ...content,
    tasks,
    indicators: content.indicators.filter(({ key }) => key !== leafKey),
    responsibilities: content.responsibilities.filter(({ nodeKey }) => nodeKey !== leafKey),
  }
}

/** The lead unit of a line of the year plan, else the duty of the leaf: section and people of the former owner go with it; new ones are the drafter's. */
const changeOwner = (content: PlanContent, change: Of<'owner'>): PlanContent | undefined => {
  const { leafKey, leadUnitId, basis } = change
  const node = nodeByKey(content, leafKey)
  if (!node) return undefined
  const own = content.responsibilities.some(({ nodeKey }) => nodeKey === leafKey)
  const indicators = content.indicators.map((row) => (row === node ? { ...row, leadUnitId } : row))
  if (isScoredByLead(content, node) && !own) return { ...content, indicators }
  const held = responsibilityFor(content, leafKey)
  const duty: Responsibility = {
    nodeKey: leafKey,
    leadUnitId,
    supporters: held.ok ? held.value.supporters.filter(({ unitId }) => unitId !== leadUnitId) : [],
    basis,
  }
  const others = content.responsibilities.filter(({ nodeKey }) => nodeKey !== leafKey)
  return {
    ...content,
    responsibilities: [...others, duty],
    ...(node.leadUnitId !== undefined && { indicators }),
  }
}

/** The plan with one agreed 指标调整 in it; undefined where what it changes is no longer there. */
export const changeAgreed = (content: PlanContent, change: AgreedChange): PlanContent | undefined => {
  switch (change.kind) {
    case 'target': {
      const { leafKey, unitId, basis } = change
      const is = isTask(leafKey, unitId)
      return content.tasks.some(is)
        ? {
            ...content,
            tasks: content.tasks.map((row) => (is(row) ? { ...row, ...target(change.target), basis } : row)),
          }
        : undefined
    }
    case 'dropTask':
      return dropTask(content, change)
    case 'addItem':
      return addItem(content, change)
    case 'owner':
      return changeOwner(content, change)
    case 'marks': {
      const marks = new Map(change.marks.map(({ nodeKey, fullMark }) => [nodeKey, fullMark]))
      if ([...marks.keys()].some((key) => !nodeByKey(content, key))) return undefined
      const indicators = content.indicators.map((row) => ({ ...row, fullMark: marks.get(row.key) ?? row.fullMark }))
      return { ...content, indicators }
    }
  }
}

/** Whether the plan already says what was agreed. */
export const saysAgreed = (content: PlanContent, change: AgreedChange): boolean => {
  switch (change.kind) {
    case 'target': {
      const held = taskFor(content, change.leafKey, change.unitId)?.target
      return held?.kind === 'set' && held.value === change.target
    }
    case 'dropTask':
      return taskFor(content, change.leafKey, change.unitId) === undefined
    case 'addItem': {
      const named = content.indicators.filter(({ name }) => name === change.item.name)
      return named.some(({ key }) => taskFor(content, key, change.unitId) !== undefined)
    }
    case 'owner': {
      const held = responsibilityFor(content, change.leafKey)
      const lead = held.ok ? held.value.leadUnitId : nodeByKey(content, change.leafKey)?.leadUnitId
      return lead === change.leadUnitId
    }
    case 'marks':
      return change.marks.every(({ nodeKey, fullMark }) => nodeByKey(content, nodeKey)?.fullMark === fullMark)
  }
}
