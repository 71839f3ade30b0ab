import { computeRun, freezeResult } from '@quanheng/contract/result'
import { useCommand } from '../../../shared/api/hooks.ts'
import { WeightyAct } from '../../../shared/dialog/WeightyAct.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { notify } from '../../../shared/notice/notices.ts'
import { Facts } from '../../../shared/page/Facts.tsx'
import { type PlanResult, sayUnregistered, standing } from '../result.ts'

/** 锁定: exactly which computation is named, and what rests on it afterwards. */
const FreezeDialog = ({ result, onClose }: { readonly result: PlanResult; readonly onClose: () => void }) => {
  const compute = useCommand(computeRun, { refresh: false })
  const freeze = useCommand(freezeResult, {
    onDone: () => {
      notify(t('结果已锁定'), 'done')
      onClose()
    },
  })
  const params = { planId: result.id }
  const earlier = standing(result)
  const isTotals = result.purpose === 'totals'
  const without = sayUnregistered(result.unregistered)
  const go = async () => {
    const run = result.computed ? { runDigest: result.presentDigest ?? '' } : await compute.run({ params })
    if (run) await freeze.run({ params, body: { runDigest: run.runDigest } })
  }
  return (
    <WeightyAct
      act={t('锁定')}
      object={result.title}
      digest={result.presentDigest ?? ''}
      effects={[
        isTotals
          ? t('总分和名次由此产生，锁定后只有绩效办主任可以查看，每次查看均留痕。')
          : t('评分报告、审批和报送包都引用这个锁定版，数字不再改动。'),
        ...(without === undefined ? [] : [without]),
        ...(earlier && earlier.state !== 'issued' ? [t('原锁定版失效，以它为依据的审批随之失效。')] : []),
      ]}
      irreversible={[t('锁定留痕保存。数据重新开放或方案变更时锁定版失效，不会删除。')]}
      pending={compute.pending || freeze.pending}
      refusal={compute.refusal ?? freeze.refusal}
      onClose={onClose}
      onAct={() => void go()}
    >
      <Facts
        items={[
          { label: t('方案'), value: result.title },
          { label: t('单位'), value: result.ownerName },
          {
            label: isTotals ? t('评分报告') : t('考核项目'),
            value: t('{{done}}/{{all}}', result.progress),
          },
        ]}
      />
    </WeightyAct>
  )
}

export default FreezeDialog
