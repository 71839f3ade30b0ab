import { endPost } from '@quanheng/contract/organisation'
import { Modal } from 'antd'
import { useId, useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import formStyles from '../../../shared/form/form.module.css'
import { t } from '../../../shared/i18n/t.ts'
import { notify } from '../../../shared/notice/notices.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { useSession } from '../../../shared/session/session.ts'
import DayFilter from '../../../shared/table/DayFilter.tsx'
import { type HeldPost, sayPost } from './say-post.ts'

/** 免职登记: the last day on which the post is held. Signatures given before stand; open tasks go to the successor. */
const EndPost = ({ post, onClose }: { readonly post: HeldPost; readonly onClose: () => void }) => {
  const { today } = useSession()
  const [to, setTo] = useState(today)
  const id = useId()
  const end = useCommand(endPost, {
    onDone: () => {
      notify(t('已登记免职'))
      onClose()
    },
  })
  return (
    <Modal
      open
      title={t('免职登记：{{name}}', { name: post.personName })}
      okText={t('免职')}
      okButtonProps={{ disabled: to === '' }}
      cancelText={t('取消')}
      confirmLoading={end.pending}
      onOk={() => end.run({ params: { postId: post.id }, body: { to, version: post.version } })}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className={formStyles.form}>
        <p>{sayPost(post)}</p>
        <div className={formStyles.field}>
          <label htmlFor={id}>{t('任职的最后一天')}</label>
          <DayFilter id={id} value={to} onChange={setTo} />
          <p className={formStyles.help}>{t('此前的签字继续有效；未办事项由继任者办理。')}</p>
        </div>
        <Refusal refusal={end.refusal} />
      </div>
    </Modal>
  )
}

export default EndPost
