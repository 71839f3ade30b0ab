import type { ReplyOf } from '@quanheng/contract/route'
import { claimTask, type listTasks, releaseTask } from '@quanheng/contract/workbench'
import { Button } from 'antd'
import { useCommand } from '../../shared/api/hooks.ts'
import { t } from '../../shared/i18n/t.ts'
import { Refusal } from '../../shared/page/Refusal.tsx'

type Task = ReplyOf<typeof listTasks>['rows'][number]

/** 领办 among those who share a task: who does it, and the way to take it, give it back or take it over. */
const Claim = ({ task }: { readonly task: Task }) => {
  const take = useCommand(claimTask)
  const giveBack = useCommand(releaseTask)
  const { noun, id, verb, claim } = task
  const named = { noun, id, verb }
  const pending = take.pending || giveBack.pending
  return (
    <>
      {claim && (claim.mine ? t('本人') : claim.name)}{' '}
      {claim?.mine ? (
        <Button size="small" type="link" loading={pending} onClick={() => giveBack.run({ body: named })}>
          {t('放回')}
        </Button>
      ) : (
        <Button
          size="small"
          type="link"
          loading={pending}
          onClick={() => take.run({ body: { ...named, takeOver: claim !== null } })}
        >
          {claim ? t('接办') : t('领办')}
        </Button>
      )}
      <Refusal refusal={take.refusal ?? giveBack.refusal} />
    </>
  )
}

export default Claim
