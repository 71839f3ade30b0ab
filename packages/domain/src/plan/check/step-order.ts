import { isLocalDate, type LocalDate, printDate } from '../../kernel/local-date.ts'
import { addWorkingDays, type WorkCalendar } from '../../kernel/working-days.ts'
import { type Finding, finding } from '../findings.ts'
import type { PlanContent, PlanStep } from '../model.ts'
import type { PlanChange, Proposal } from '../proposals.ts'

const dated = (step: PlanStep | undefined): step is PlanStep => step !== undefined && isLocalDate(step.due)

/** Steps reached from `key` by `next`, each once, itself left out. */
const reach = (
  steps: readonly PlanStep[],
  key: string,
  next: (key: string) => readonly string[],
): readonly PlanStep[] => {
  const found = new Set<string>()
  const open = [...next(key)]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (found.has(at) || at === key) continue
    found.add(at)
    open.push(...next(at))
  }
  return steps.filter((step) => found.has(step.key))
}

/** Steps that work on a step's result, directly or through others; in the order of the notice. */
const dependentsOf = (steps: readonly PlanStep[], key: string): readonly PlanStep[] =>
  reach(steps, key, (of) => steps.filter((step) => step.needs.includes(of)).map((step) => step.key))

/** Steps whose result a step works on, directly or through others; in the order of the notice. */
const inputsOf = (steps: readonly PlanStep[], key: string): readonly PlanStep[] =>
  reach(steps, key, (of) => steps.find((step) => step.key === of)?.needs ?? [])

const earliest = (steps: readonly PlanStep[]): LocalDate | undefined => steps.map((step) => step.due).sort()[0]

const move = (code: 'propose.moveInput' | 'propose.moveStep', step: PlanStep, due: LocalDate): Proposal => ({
  code,
  params: { step: step.name, date: printDate(due) },
  change: { kind: 'stepDue', stepKey: step.key, due },
})

/** The input on the last working day before the first step that needs it. */
const moveInput = (calendar: WorkCalendar, steps: readonly PlanStep[], input: PlanStep): Proposal[] => {
  const first = earliest(dependentsOf(steps, input.key).filter(dated))
  const due = first === undefined ? undefined : addWorkingDays(calendar, first, -1)
  return due?.ok ? [move('propose.moveInput', input, due.value)] : []
}

/** The step on the first working day after its latest input. */
const moveStep = (calendar: WorkCalendar, steps: readonly PlanStep[], step: PlanStep): Proposal[] => {
  const inputs = inputsOf(steps, step.key).filter(dated)
  const last = inputs
    .map((row) => row.due)
    .sort()
    .at(-1)
  const due = last === undefined ? undefined : addWorkingDays(calendar, last, 1)
  return due?.ok ? [move('propose.moveStep', step, due.value)] : []
}

/**
 * 初评 before 核验 and a corrected score after it: offered where a score is due after the verification that checks it
 * and a later step works on it (B-4(2) to (4) of the second seed).
 */
const split = (calendar: WorkCalendar, steps: readonly PlanStep[], step: PlanStep, input: PlanStep): Proposal[] => {
  if (input.kind !== 'preliminaryScore' || step.kind !== 'verification') return []
  const report = dependentsOf(steps, step.key).find(dated)
  if (!report || report.due <= step.due) return []
  const [first, corrected] = [addWorkingDays(calendar, step.due, -1), addWorkingDays(calendar, report.due, -1)]
  if (!first.ok || !corrected.ok || corrected.value <= step.due) return []
  const change: PlanChange = {
    kind: 'splitStep',
    stepKey: input.key,
    firstDue: first.value,
    correctedDue: corrected.value,
    correctedKey: `${input.key}-corrected`,
    correctedName: `${input.name}（核验后更正）`,
    after: step.key,
    before: report.key,
  }
  return [
    {
      code: 'propose.splitStep',
      params: { step: input.name, first: printDate(first.value), corrected: printDate(corrected.value) },
      change,
    },
  ]
}

const orderFault = (calendar: WorkCalendar, steps: readonly PlanStep[], step: PlanStep, input: PlanStep): Finding[] => {
  if (step.due > input.due) return []
  const params = { step: step.name, due: printDate(step.due), input: input.name, inputDue: printDate(input.due) }
  const proposals = [
    ...moveInput(calendar, steps, input),
    ...split(calendar, steps, step, input),
    ...moveStep(calendar, steps, step),
  ]
  const code = step.due < input.due ? 'check.stepBeforeInput' : 'check.stepSameDay'
  return [finding(code, `steps[${step.key}].due`, params, { basis: step.basis, proposals })]
}

/**
 * A step due before, or on the day of, one whose result it needs, however indirectly: shown with proposals, never
 * reordered.
 */
export const orderFaults = ({ steps }: PlanContent, calendar: WorkCalendar): readonly Finding[] =>
  steps.filter(dated).flatMap((step) =>
    inputsOf(steps, step.key)
      .filter(dated)
      .flatMap((input) => orderFault(calendar, steps, step, input)),
  )
