import { nextOnEvaluation } from '@quanheng/domain/workbench/next-on-evaluation'
import type { Task, TaskProvider } from '../../platform/work/task.ts'
import { ballotsDue, cameOf, takesForward } from './lines.ts'
import { evaluationIsVisible } from './scope.ts'
import { evaluationKeeper } from './store.ts'

/** 待办 of evaluations: my ballots first, then what the body that runs it does next. */
export const evaluationTasksOf: TaskProvider = async (db, actor, { today }) => {
  const rows = await db
    .selectFrom('evaluation')
    .selectAll()
    .where('state', 'in', ['draft', 'open', 'closed', 'counted'])
    .where(evaluationIsVisible(actor))
    .orderBy('id')
    .execute()
  const kept = await evaluationKeeper.complete(db, rows)
  const came = await cameOf(
    db,
    rows.map(({ id }) => id),
  )
  return kept.flatMap((one): Task[] => {
    const { model } = one
    const { title, channels } = model.content
    const link = `/evaluations/${model.id}`
    const ballots = ballotsDue(model, came, actor, today).map(({ channelKey, verb, due }) => ({
      noun: 'evaluation' as const,
      id: `${model.id}/${channelKey}`,
      verb,
      object: `${title}（${channels.find(({ key }) => key === channelKey)?.name ?? ''}${verb === 'drop' ? '，已投的不必再办' : ''}）`,
      due,
      link,
    }))
    if (!takesForward(one, came, actor, today)) return ballots
    const act = nextOnEvaluation(model)
    const { id } = model
    return [...ballots, { noun: 'evaluation', id, verb: act?.verb ?? '', object: title, due: act?.due, link }]
  })
}
