import { resetRehearsal } from '@quanheng/contract/account'
import { useCommand } from '../../shared/api/hooks.ts'
import { WeightyAct } from '../../shared/dialog/WeightyAct.tsx'
import { t } from '../../shared/i18n/t.ts'

/** Throws the rehearsal away and begins it again; everybody has to sign in afterwards. */
const ResetRehearsal = ({ onClose }: { readonly onClose: () => void }) => {
  const reset = useCommand(resetRehearsal, { refresh: false, onDone: () => location.assign('/login') })
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
    </WeightyAct>
  )
}

export default ResetRehearsal
