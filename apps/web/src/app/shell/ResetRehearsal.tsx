import { rehearsalProgress, resetRehearsal } from '@quanheng/contract/account'
import { Modal, Progress } from 'antd'
import { useEffect, useState } from 'react'
import { useCommand, useQueryRoute } from '../../shared/api/hooks.ts'
import { WeightyAct } from '../../shared/dialog/WeightyAct.tsx'
import { t } from '../../shared/i18n/t.ts'

/** Throws the rehearsal away and begins it again; says how far it is, then everybody signs in anew. */
const ResetRehearsal = ({ onClose }: { readonly onClose: () => void }) => {
  const [begun, setBegun] = useState(false)
  const reset = useCommand(resetRehearsal, { refresh: false, onDone: () => setBegun(true) })
  const progress = useQueryRoute(rehearsalProgress, {}, { enabled: begun, refetchInterval: 500 })
  const { state = 'loading', percent = 0, doing = null } = progress.data ?? {}
  const isDone = begun && state === 'done'
  useEffect(() => {
    if (isDone) location.assign('/login')
  }, [isDone])
  if (begun && state !== 'failed')
    return (
      <Modal open title={t('重新开始演练')} footer={null} closable={false} keyboard={false} mask={{ closable: false }}>
        <div role="status">
          <Progress percent={percent} aria-label={t('正在装入演练数据')} />
          <p>{doing ?? t('正在装入演练数据')}</p>
        </div>
      </Modal>
    )
  return (
    <WeightyAct
      act={t('重新开始')}
      object={t('演练环境')}
      irreversible={[t('演练中填写的内容、签字和留痕全部清除'), t('所有正在演练的人员需要重新登录')]}
      pending={reset.pending}
      refusal={reset.refusal}
      onAct={() => void reset.run({})}
      onClose={onClose}
    >
      <p>{t('演练环境将回到第一天，重新装入虚构城市的单位、人员和数据。')}</p>
      {begun && <p role="alert">{t('演练数据没有装完，原因已写入服务器日志。可以再试一次。')}</p>}
    </WeightyAct>
  )
}

export default ResetRehearsal
