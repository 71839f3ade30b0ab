import { releaseFactor } from '@quanheng/contract/account'
import { useCommand } from '../../../shared/api/hooks.ts'
import { WeightyAct } from '../../../shared/dialog/WeightyAct.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { notify } from '../../../shared/notice/notices.ts'

interface Props {
  readonly person: { readonly id: string; readonly name: string; readonly login: string }
  readonly onClose: () => void
}

/** For a lost authenticator. */
const ReleaseFactor = ({ person, onClose }: Props) => {
  const release = useCommand(releaseFactor, {
    onDone: () => {
      notify(t('已解除第二因子'))
      onClose()
    },
  })
  return (
    <WeightyAct
      act={t('解除第二因子')}
      object={person.name}
      effects={[t('此人下次只凭密码登录，可重新登记验证器'), t('此人已登录的会话立即退出')]}
      reason="required"
      pending={release.pending}
      refusal={release.refusal}
      onAct={(reason) => release.run({ params: { personId: person.id }, body: { reason } })}
      onClose={onClose}
    >
      {t('{{name}}（登录名 {{login}}）的验证器丢失或损坏。', { name: person.name, login: person.login })}
    </WeightyAct>
  )
}

export default ReleaseFactor
