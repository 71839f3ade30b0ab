import type { Refusal } from '@quanheng/contract/errors'
import type { EvaluationCommand } from '@quanheng/domain/evaluation/commands'
import { decideEvaluation } from '@quanheng/domain/evaluation/decide'
import type { Evaluation } from '@quanheng/domain/evaluation/model'
import type { Result } from '@quanheng/domain/kernel/result'
import { type Asking, commandContext } from '../../platform/door/asking.ts'
import { type Acting, actOn, decideOn, officePost } from '../../platform/work/act-on-kept.ts'
import { evaluationIsVisible } from './scope.ts'
import { evaluationKeeper, type KeptEvaluation } from './store.ts'
import type { EvaluationRow } from './tables.ts'

const acting: Acting<EvaluationRow, Evaluation, EvaluationCommand> = {
  keeper: evaluationKeeper,
  seenBy: evaluationIsVisible,
  postOn: (posts, { row }) => officePost(posts, row.unit_id),
  decide: async (asked, { model }, command, post) => decideEvaluation(model, command, commandContext(asked, post)),
}

interface AskedOfOne extends Asking {
  readonly params: { readonly evaluationId: string }
  readonly body: { readonly version: number }
}

type Read = (held: KeptEvaluation) => Promise<Result<EvaluationCommand, Refusal>>

const at = ({ params, body }: AskedOfOne) => ({ id: params.evaluationId, version: body.version })

export const actOnEvaluation = (asked: AskedOfOne, read: Read) => actOn(acting, asked, at(asked), read)

/** For a command that changes more than the evaluation. */
export const decideOnEvaluation = (asked: AskedOfOne, read: Read) => decideOn(acting, asked, at(asked), read)
