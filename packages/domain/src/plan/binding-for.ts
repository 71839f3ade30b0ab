import type { RuleInput } from '../rule/facts.ts'
import type { Binding, LeafScoring } from './model.ts'

/** A target is read from the table of tasks unless the drafter binds it otherwise: so the editor shows, 方案校核 checks and scoring reads. */
export const bindingFor = (scoring: LeafScoring, input: RuleInput): Binding | undefined =>
  scoring.bindings.find((row) => row.input === input.name) ??
  (input.role === 'target' ? { input: input.name, from: 'target' } : undefined)
