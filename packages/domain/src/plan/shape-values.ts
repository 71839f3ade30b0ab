import { parseLocalDate } from '../kernel/local-date.ts'
import { codePointLength } from '../kernel/normalise.ts'
import { readQuantity } from '../kernel/quantity.ts'
import { ok } from '../kernel/result.ts'
import type { PlanError, ShapeCode } from './errors.ts'
import { limits } from './limits.ts'
import type { PlanContent } from './model.ts'

type Fault = PlanError<ShapeCode>

const fault = (code: ShapeCode, at: string, params: Record<string, string> = {}): Fault => ({ code, at, params })

const textsOf = (content: PlanContent): readonly (readonly [at: string, text: string, limit: number])[] => [
  ['title', content.title, limits.name],
  ['document.text', content.document.text ?? '', limits.text],
  ...content.indicators.flatMap((node): [string, string, number][] => [
    [`indicators[${node.key}].name`, node.name, limits.name],
    [`indicators[${node.key}].scoring.sentence`, node.scoring?.sentence ?? '', limits.paragraph],
    [`indicators[${node.key}].scoring.completionStandard`, node.scoring?.completionStandard ?? '', limits.paragraph],
  ]),
  ...content.tasks.map((row): [string, string, number] => [
    `tasks[${row.leafKey},${row.unitId}].task`,
    row.task,
    limits.paragraph,
  ]),
  ...content.unitGroups.map((row): [string, string, number] => [`unitGroups[${row.key}].name`, row.name, limits.name]),
  ...content.dataElements.map((row): [string, string, number] => [
    `dataElements[${row.key}].name`,
    row.name,
    limits.name,
  ]),
  ...content.steps.map((row): [string, string, number] => [`steps[${row.key}].name`, row.name, limits.name]),
  ...(content.milestones ?? []).flatMap((row): [string, string, number][] => [
    [`milestones[${row.key}].name`, row.name, limits.name],
    [`milestones[${row.key}].completionStandard`, row.completionStandard, limits.paragraph],
  ]),
]

/** Texts longer than a page can hold. */
export function* textFaults(content: PlanContent): Iterable<Fault> {
  for (const [at, text, limit] of textsOf(content)) {
    const length = text.length <= limit ? 0 : codePointLength(text)
    if (length > limit) yield fault('plan.tooLong', at, { count: String(length), limit: String(limit) })
  }
}

const datesOf = (content: PlanContent): readonly (readonly [at: string, text: string])[] => [
  ['document.date', content.document.date ?? ''],
  ...content.steps.flatMap((row): [string, string][] => [
    [`steps[${row.key}].due`, row.due],
    [`steps[${row.key}].cutoff`, row.cutoff ?? ''],
  ]),
  ...(content.milestones ?? []).map((row): [string, string] => [`milestones[${row.key}].due`, row.due]),
  ...content.dataElements.flatMap((row): [string, string][] => [
    [`dataElements[${row.key}].due`, row.due],
    [`dataElements[${row.key}].cutoff`, row.cutoff],
  ]),
  ...content.tasks.map((row): [string, string] => [
    `tasks[${row.leafKey},${row.unitId}].target.remindOn`,
    row.target?.kind === 'pending' ? row.target.remindOn : '',
  ]),
]

const quantitiesOf = (content: PlanContent): readonly (readonly [at: string, text: string])[] => [
  ...content.indicators.flatMap((node): [string, string][] => [
    [`indicators[${node.key}].fullMark`, node.fullMark],
    ...(node.scoring?.bindings ?? []).map((row): [string, string] => [
      `indicators[${node.key}].scoring.bindings[${row.input}]`,
      row.from === 'constant' ? row.value : '',
    ]),
  ]),
  ...content.tasks.map((row): [string, string] => [
    `tasks[${row.leafKey},${row.unitId}].target`,
    row.target?.kind === 'set' ? row.target.value : '',
  ]),
  ...(content.milestones ?? []).map((row): [string, string] => [`milestones[${row.key}].expected`, row.expected ?? '']),
]

/** Days, quantities and the year that are filled in but cannot be read. */
export function* valueFaults(content: PlanContent): Iterable<Fault> {
  for (const [at, text] of datesOf(content)) {
    const read = text === '' ? ok(text) : parseLocalDate(text)
    if (!read.ok) yield { ...read.error, at }
  }
  for (const [at, text] of quantitiesOf(content)) {
    const read = text === '' ? ok(text) : readQuantity(text)
    if (!read.ok) yield { ...read.error, at }
  }
  if (!Number.isInteger(content.year) || content.year < 2000 || content.year > 2100)
    yield fault('plan.wrongYear', 'year', { year: String(content.year) })
}
