import type { PlanContent, StepKind } from '@quanheng/domain/plan/model'

/** Day by which a step of this kind is due; the last one where the notice names several, null where it names none. */
export const dueOf = ({ steps }: Pick<PlanContent, 'steps'>, kind: StepKind): string | null =>
  steps
    .filter((step) => step.kind === kind && step.due !== '')
    .map((step) => step.due)
    .sort()
    .at(-1) ?? null
