import { isLocalDate } from '../../kernel/local-date.ts'
import { addWorkingDays } from '../../kernel/working-days.ts'
import { elementsOf } from '../collection.ts'
import { type Finding, finding } from '../findings.ts'
import type { DataElement, PlanContent } from '../model.ts'
import type { CheckContext } from './context.ts'
import { dayFaults, printed } from './days.ts'

const sourceMissing = ({ source }: DataElement): boolean =>
  source.kind !== 'appraisedUnit' && (source.unitId === '' || (source.kind === 'section' && source.sectionId === ''))

const cutoffFault = ({ key, name, cutoff, due }: DataElement): Finding[] =>
  isLocalDate(cutoff) && isLocalDate(due) && cutoff > due
    ? [
        finding(
          'check.cutoffAfterDue',
          `dataElements[${key}].cutoff`,
          { name, cutoff: printed(cutoff), due: printed(due) },
          {
            proposals: [
              {
                code: 'propose.cutoffOnDue',
                params: { date: printed(due) },
                change: { kind: 'elementCutoff', elementKey: key, cutoff: due },
              },
            ],
          },
        ),
      ]
    : []

/** The step that gathers the data, else the one that scores them: data may not be due after it. */
const stepThatNeeds = (content: PlanContent) =>
  content.steps.find((step) => step.kind === 'dataCollection') ??
  content.steps.find((step) => step.kind === 'preliminaryScore')

const lateFault = (content: PlanContent, { key, name, due }: DataElement, { calendar }: CheckContext): Finding[] => {
  const step = stepThatNeeds(content)
  if (!step || !isLocalDate(step.due) || !isLocalDate(due) || due <= step.due) return []
  const earlier =
    step.kind === 'dataCollection' ? { ok: true as const, value: step.due } : addWorkingDays(calendar, step.due, -1)
  return [
    finding(
      'check.dataAfterStep',
      `dataElements[${key}].due`,
      { name, due: printed(due), step: step.name, stepDue: printed(step.due) },
      {
        basis: step.basis,
        proposals: earlier.ok
          ? [
              {
                code: 'propose.moveDataDue',
                params: { date: printed(earlier.value) },
                change: { kind: 'elementDue', elementKey: key, due: earlier.value },
              },
            ]
          : [],
      },
    ),
  ]
}

/** Records are counted, or their points added up, by the section that writes them. */
const tallyFault = ({ key, name, recordTally, source, type }: DataElement): Finding[] => {
  if (recordTally === undefined) return []
  const fits =
    type === 'quantity' || (type === 'count' && (recordTally === 'plusCount' || recordTally === 'minusCount'))
  return fits && source.kind === 'section'
    ? []
    : [finding('check.tallyElement', `dataElements[${key}].recordTally`, { name })]
}

const elementFaults = (content: PlanContent, element: DataElement, used: boolean, context: CheckContext): Finding[] => {
  const at = `dataElements[${element.key}]`
  const { name, due, cutoff } = element
  if (!used) return [finding('check.elementUnused', at, { name })]
  return [
    ...(name.trim() === '' ? [finding('check.nameMissing', `${at}.name`)] : []),
    ...(sourceMissing(element) ? [finding('check.elementSourceMissing', `${at}.source`, { name })] : []),
    ...(due === '' || cutoff === ''
      ? [finding('check.elementDateMissing', `${at}.${due === '' ? 'due' : 'cutoff'}`, { name })]
      : []),
    ...tallyFault(element),
    ...cutoffFault(element),
    ...lateFault(content, element, context),
    ...dayFaults(context.calendar, `${at}.due`, name, due, (day) => ({
      kind: 'elementDue',
      elementKey: element.key,
      due: day,
    })),
  ]
}

/** 同一数据只报一次: two declared elements with one name, unit and period would be asked twice. */
const askedTwice = (content: PlanContent): Finding[] =>
  [...Map.groupBy(content.dataElements, (row) => JSON.stringify([row.name, row.unit, row.period]))].flatMap(
    ([, same]) =>
      same
        .slice(1)
        .filter((row) => row.name !== '')
        .map((row) => finding('check.askedTwice', `dataElements[${row.key}]`, { name: row.name, period: row.period })),
  )

export const checkData = (content: PlanContent, context: CheckContext): readonly Finding[] => {
  const used = new Set(content.indicators.flatMap((node) => elementsOf(content, node.key)))
  return [
    ...content.dataElements.flatMap((element) => elementFaults(content, element, used.has(element.key), context)),
    ...askedTwice(content),
  ]
}
