import { normaliseCode } from '@quanheng/domain/kernel/normalise'
import type { PlanContent, UnitTask } from '@quanheng/domain/plan/model'

/** What a cell of 考核对象及任务分配表 says: nothing, that the unit carries the leaf, its target, or that the target is to come. */
const carried = '√'
const pending = '待上级下达' // i18n: its own name

const pendingForm = /^(?:待|pending)/i // i18n: its own name

export const cellText = (task: UnitTask | undefined): string => {
  if (!task) return ''
  if (!task.target) return carried
  return task.target.kind === 'set' ? task.target.value : pending
}

const targetFrom = (before: UnitTask | undefined, typed: string): UnitTask['target'] => {
  if (['√', '✓', '✔', '是'].includes(typed)) return undefined // i18n: its own name
  if (pendingForm.test(typed)) {
    return before?.target?.kind === 'pending' ? before.target : { kind: 'pending', owner: '', remindOn: '' }
  }
  return { kind: 'set', value: normaliseCode(typed).replaceAll(',', '') }
}

const isSame = (a: UnitTask['target'], b: UnitTask['target']): boolean =>
  a === b || (a?.kind === 'set' && b?.kind === 'set' && a.value === b.value)

/**
 * The task after a cell was typed or pasted; undefined when the unit no longer carries the leaf. Another target no longer rests on the
 * 批复 that set the one before.
 */
export const taskFromCell = (
  before: UnitTask | undefined,
  leafKey: string,
  unitId: string,
  text: string,
): UnitTask | undefined => {
  const typed = text.trim()
  if (typed === '' || typed === '—') return undefined
  const target = targetFrom(before, typed)
  if (before && isSame(before.target, target)) return before
  return { leafKey, unitId, task: before?.task ?? '', ...(target && { target }) }
}

interface Edit {
  readonly leafKey: string
  readonly unitId: string
  readonly text: string
}

const idOf = (leafKey: string, unitId: string) => `${leafKey}\n${unitId}`

/** Puts cells into the table of tasks: those typed, or a block pasted from Excel. */
export const withCells = (content: PlanContent, edits: readonly Edit[]): readonly UnitTask[] => {
  const byId = new Map(content.tasks.map((task) => [idOf(task.leafKey, task.unitId), task]))
  for (const { leafKey, unitId, text } of edits) {
    const id = idOf(leafKey, unitId)
    const task = taskFromCell(byId.get(id), leafKey, unitId, text)
    if (task) byId.set(id, task)
    else byId.delete(id)
  }
  return [...byId.values()]
}

/** A block from Excel: lines and tabs; the last line end makes no row. */
export const pastedCells = (text: string): readonly (readonly string[])[] =>
  text
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .map((line) => line.split('\t'))

/**
 * One text down a column; what is filled in stays. A target goes to the units that carry the leaf and have none yet, or, where
 * nobody carries it so far, to all; anything else goes into the cells that are blank.
 */
export const withColumn = (
  content: PlanContent,
  leafKey: string,
  unitIds: readonly string[],
  text: string,
): readonly UnitTask[] => {
  const carried = new Map(content.tasks.filter((task) => task.leafKey === leafKey).map((task) => [task.unitId, task]))
  const isTarget = taskFromCell(undefined, leafKey, '', text)?.target !== undefined
  const wanted = (unitId: string): boolean =>
    isTarget && carried.size > 0
      ? carried.has(unitId) && carried.get(unitId)?.target === undefined
      : !carried.has(unitId)
  return withCells(
    content,
    unitIds.filter(wanted).map((unitId) => ({ leafKey, unitId, text })),
  )
}

/** The words of the task for every unit that carries the leaf and has none yet. */
export const withWords = (content: PlanContent, leafKey: string, words: string): readonly UnitTask[] =>
  content.tasks.map((task) => (task.leafKey === leafKey && task.task === '' ? { ...task, task: words.trim() } : task))
