import { isLocalDate } from '../../kernel/local-date.ts'
import { type Finding, finding } from '../findings.ts'
import type { PlanContent, PlanStep } from '../model.ts'
import { type CheckContext, nameOf } from './context.ts'
import { dayFaults, printed } from './days.ts'
import { orderFaults } from './step-order.ts'

const cutoffFault = (step: PlanStep): Finding[] =>
  step.cutoff !== undefined && step.cutoff !== '' && step.due !== '' && step.cutoff > step.due
    ? [
        finding(
          'check.cutoffAfterDue',
          `steps[${step.key}].cutoff`,
          { name: step.name, cutoff: printed(step.cutoff), due: printed(step.due) },
          {
            basis: step.basis,
            proposals: isLocalDate(step.due)
              ? [
                  {
                    code: 'propose.cutoffOnDue',
                    params: { date: printed(step.due) },
                    change: { kind: 'stepCutoff', stepKey: step.key, cutoff: step.due },
                  },
                ]
              : [],
          },
        ),
      ]
    : []

const stepFaults = (step: PlanStep, { calendar }: CheckContext): Finding[] => {
  const at = `steps[${step.key}]`
  const { name, basis } = step
  return [
    ...(step.due === '' ? [finding('check.stepWithoutDate', `${at}.due`, { name }, { basis })] : []),
    ...(step.owner
      ? []
      : [finding('check.stepWithoutOwner', `${at}.owner`, { name, printed: step.ownerAsPrinted ?? '' }, { basis })]),
    ...cutoffFault(step),
    ...dayFaults(calendar, `${at}.due`, name, step.due, (due) => ({ kind: 'stepDue', stepKey: step.key, due })),
  ]
}

const ownerKey = (step: PlanStep): string => `${step.owner?.unitId ?? ''}/${step.owner?.sectionId ?? ''}`

/** One section under two names (重大评督科 / 评估督导科): people confirm that they are one, and which name holds. */
const twoNames = (content: PlanContent, context: CheckContext): Finding[] =>
  [
    ...Map.groupBy(
      content.steps.filter((step) => step.owner && step.ownerAsPrinted),
      ownerKey,
    ),
  ].flatMap(([, steps]) => {
    const names = [...new Set(steps.map((step) => step.ownerAsPrinted ?? ''))]
    const [first] = steps
    if (names.length < 2 || !first?.owner) return []
    const owner = nameOf(context, first.owner.sectionId ?? first.owner.unitId)
    return [
      finding(
        'check.ownerTwoNames',
        `steps[${first.key}].ownerAsPrinted`,
        { owner, names: names.join('、') },
        {
          basis: first.basis,
          proposals: names.map((name) => ({
            code: 'propose.useOneName' as const,
            params: { name },
            change: { kind: 'ownerName', stepKeys: steps.map((step) => step.key), name },
          })),
        },
      ),
    ]
  })

/** The day a plan takes effect: its date of writing, or today while it is a draft. */
const issuedLate = (content: PlanContent, { today }: CheckContext): Finding[] => {
  const date = content.document.date || today
  const opening = `${content.year}-01-01`
  return date > opening
    ? [finding('check.issuedLate', 'document.date', { date: printed(date), year: String(content.year) })]
    : []
}

export const checkSteps = (content: PlanContent, context: CheckContext): readonly Finding[] => [
  ...(content.steps.length === 0 ? [finding('check.noSteps', 'steps')] : []),
  ...content.steps.flatMap((step) => stepFaults(step, context)),
  ...orderFaults(content, context.calendar),
  ...twoNames(content, context),
  ...issuedLate(content, context),
]
